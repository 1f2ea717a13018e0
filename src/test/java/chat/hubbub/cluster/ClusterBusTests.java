package chat.hubbub.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import chat.hubbub.bus.Fact;
import chat.hubbub.bus.Receivers;
import org.junit.jupiter.api.Test;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes in one process. */
class ClusterBusTests {

	private final MemoryBus nodes = new MemoryBus();

	/** The limits are for the JSON of clients. */
	private final JsonMapper strict = new JsonMapper(JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxTokenCount(10).build())
		.build());

	@Test
	void tellsAFactOfAnySize() {
		ClusterBus here = bus();
		List<List<String>> heard = new ArrayList<>();
		bus().receive(Told.class, (fact) -> heard.add(fact.names()));
		List<String> names = Collections.nCopies(20_000, "ada");
		here.publish(new Told(names));
		assertThat(heard).containsExactly(names);
	}

	private ClusterBus bus() {
		Receivers receivers = new Receivers();
		// Without changes of the store.
		return new ClusterBus(receivers, this.nodes.join(), this.strict, null);
	}

	/**
	 * A fact with many names.
	 *
	 * @param names the names
	 */
	record Told(List<String> names) implements Fact {

	}

}
