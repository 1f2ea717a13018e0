package chat.hubbub.cluster;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

import static org.assertj.core.api.Assertions.assertThat;

/** A node that starts hears the other nodes at its exchange. */
class NeighboursTests {

	private final Queue<Message> queue = new ArrayDeque<>();

	private final Neighbours neighbours = new Neighbours(this.queue::poll, List.of("now", "before")::contains);

	/** After an outage of the database, living nodes may have the epoch before. */
	@ParameterizedTest
	@CsvSource({ "now, false", "before, false", "another, true" })
	void mayHaveAnotherDatabase(String epoch, boolean another) {
		MessageProperties properties = new MessageProperties();
		properties.setHeader("epoch", epoch);
		this.queue.add(new Message(new byte[0], properties));
		assertThat(this.neighbours.haveAnotherDatabase()).isEqualTo(another);
	}

	@Test
	void mayBeNone() {
		assertThat(this.neighbours.haveAnotherDatabase()).isFalse();
	}

}
