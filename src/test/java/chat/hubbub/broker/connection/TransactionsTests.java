package chat.hubbub.broker.connection;

import chat.hubbub.stomp.StompFrame;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TransactionsTests {

	private final Transactions transactions = new Transactions();

	@Test
	void keepFramesInTheirOrder() {
		StompFrame first = StompFrame.of("SEND");
		StompFrame second = StompFrame.of("ACK");
		this.transactions.begin("tea");
		this.transactions.begin("coffee");
		this.transactions.add("tea", first);
		this.transactions.add("tea", second);
		assertThat(this.transactions.end("coffee")).isEmpty();
		assertThat(this.transactions.end("tea")).containsExactly(first, second);
	}

	@Test
	void endOnce() {
		this.transactions.begin("tea");
		this.transactions.end("tea");
		refuses("transaction.unknown", () -> this.transactions.end("tea"));
		this.transactions.begin("tea");
	}

	@Test
	void areKnownByTheirNames() {
		refuses("transaction.unknown", () -> this.transactions.add("tea", StompFrame.of("SEND")));
		this.transactions.begin("tea");
		refuses("transaction.exists", () -> this.transactions.begin("tea"));
	}

	@Test
	void areBoundedInNumber() {
		for (int number = 0; number < Transactions.MAX_OPEN; number++) {
			this.transactions.begin("t" + number);
		}
		refuses("transaction.limit", () -> this.transactions.begin("one more"));
	}

	@Test
	void areBoundedInLength() {
		this.transactions.begin("tea");
		for (int number = 0; number < Transactions.MAX_FRAMES; number++) {
			this.transactions.add("tea", StompFrame.of("SEND"));
		}
		refuses("transaction.limit", () -> this.transactions.add("tea", StompFrame.of("SEND")));
	}

	private static void refuses(String code, ThrowingCallable act) {
		assertThatExceptionOfType(TransactionFault.class).isThrownBy(act)
			.satisfies((fault) -> assertThat(fault.code()).isEqualTo(code));
	}

}
