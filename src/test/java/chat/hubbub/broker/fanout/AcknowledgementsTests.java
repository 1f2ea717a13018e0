package chat.hubbub.broker.fanout;

import java.util.List;
import java.util.stream.IntStream;

import chat.hubbub.stomp.StompVersion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AcknowledgementsTests {

	private final Acknowledgements each = new Acknowledgements(false);

	private final Acknowledgements cumulative = new Acknowledgements(true);

	@Test
	void knowsAMessageOnce() {
		String ack = this.each.expect("sub", "chat-1", StompVersion.V1_2);
		assertThat(this.each.acknowledge(ack)).isTrue();
		assertThat(this.each.acknowledge(ack)).isFalse();
	}

	@Test
	void knowsNoMessageThatWasNotSent() {
		this.each.expect("sub", "chat-1", StompVersion.V1_2);
		assertThat(this.each.acknowledge("chat-2")).isFalse();
	}

	@Test
	void tellsSubscriptionsApartIn12() {
		assertThat(this.each.expect("a", "chat-1", StompVersion.V1_2))
			.isNotEqualTo(this.each.expect("b", "chat-1", StompVersion.V1_2));
	}

	@Test
	void goByTheMessageIdBefore12() {
		assertThat(this.each.expect("a", "chat-1", StompVersion.V1_1)).isEqualTo("chat-1");
		assertThat(this.each.expect("a", "chat-2", StompVersion.V1_0)).isEqualTo("chat-2");
	}

	@Test
	void standForTheMessageAlone() {
		List<String> acks = expect(this.each, 3);
		assertThat(this.each.acknowledge(acks.get(2))).isTrue();
		assertThat(this.each.acknowledge(acks.get(0))).isTrue();
		assertThat(this.each.acknowledge(acks.get(1))).isTrue();
	}

	@Test
	void standForAllBeforeItIfCumulative() {
		List<String> acks = expect(this.cumulative, 4);
		assertThat(this.cumulative.acknowledge(acks.get(2))).isTrue();
		assertThat(this.cumulative.acknowledge(acks.get(0))).isFalse();
		assertThat(this.cumulative.acknowledge(acks.get(1))).isFalse();
		assertThat(this.cumulative.acknowledge(acks.get(3))).isTrue();
	}

	@Test
	void areBounded() {
		List<String> acks = expect(this.each, Acknowledgements.BOUND + 1);
		assertThat(this.each.acknowledge(acks.get(0))).isFalse();
		assertThat(this.each.acknowledge(acks.get(1))).isTrue();
	}

	private static List<String> expect(Acknowledgements acknowledgements, int count) {
		return IntStream.rangeClosed(1, count)
			.mapToObj((number) -> acknowledgements.expect("sub", "chat-" + number, StompVersion.V1_2))
			.toList();
	}

}
