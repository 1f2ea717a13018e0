package chat.hubbub.broker.connection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import chat.hubbub.stomp.FrameFault;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HeldTests {

	private final Held held = new Held();

	@Test
	void givesBackWhatItKeptInItsOrder() {
		assertThat(this.held.keep(bytes("one "))).isTrue();
		assertThat(this.held.keep(bytes("two"))).isTrue();
		assertThat(this.held.next()).isEqualTo(bytes("one two"));
		assertThat(this.held.keep(bytes("three"))).isTrue();
		assertThat(this.held.next()).isEqualTo(bytes("three"));
	}

	@Test
	void keepsNothingMoreOnceAllIsGivenBack() {
		ByteBuffer late = bytes("late");
		assertThat(this.held.next()).isNull();
		assertThat(this.held.keep(late)).isFalse();
		assertThat(late.remaining()).isEqualTo(4);
	}

	@Test
	void keepsNoMoreThanItsBound() {
		this.held.keep(ByteBuffer.allocate(Held.MAX_BYTES));
		assertThatExceptionOfType(FrameFault.class).isThrownBy(() -> this.held.keep(bytes("x")))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("frame.too-large"));
	}

	private static ByteBuffer bytes(String text) {
		return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
	}

}
