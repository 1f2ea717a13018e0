package chat.hubbub.broker.fanout;

import java.util.ArrayList;
import java.util.List;

import chat.hubbub.broker.connection.TestBroker;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.broker.wire.Framing;
import chat.hubbub.broker.wire.Wire;
import chat.hubbub.stomp.StompVersion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunTests {

	private final Wire wire = new Wire.Stomp(StompVersion.V1_2, Framing.STREAM);

	@Test
	void keepsItsMessagesWhenTheListChanges() {
		List<EncodedMessage> events = new ArrayList<>(TestBroker.events(1, 3));
		List<Run> runs = Run.encode(this.wire, this.wire.prefix("a"), events);
		events.clear();
		assertThat(runs).singleElement().satisfies((run) -> {
			assertThat(run.messages()).hasSize(3);
			assertThat(run.first()).isEqualTo(1);
			assertThat(run.last()).isEqualTo(3);
		});
	}

	@Test
	void joinsTheSameBytes() {
		List<EncodedMessage> events = TestBroker.events(1, 3);
		assertThat(Run.join(this.wire, this.wire.prefix("a"), events)).singleElement()
			.satisfies((chunk) -> assertThat(chunk.bytes())
				.isEqualTo(Run.encode(this.wire, this.wire.prefix("a"), events).get(0).chunk().bytes()));
	}

}
