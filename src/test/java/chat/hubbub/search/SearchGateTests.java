package chat.hubbub.search;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SearchGateTests {

	private final CountDownLatch end = new CountDownLatch(1);

	@Test
	void refusesASearchThatWaitsTooLong() {
		SearchGate gate = new SearchGate(1, 10, Duration.ofMillis(1));
		CompletableFuture<String> running = run(gate);
		assertThatThrownBy(() -> gate.pass(() -> "late")).isInstanceOf(SearchBusy.class);
		this.end.countDown();
		assertThat(running.join()).isEqualTo("done");
		assertThat(gate.<String>pass(() -> "next")).isEqualTo("next");
	}

	@Test
	void refusesAtOnceIfManyWait() {
		SearchGate gate = new SearchGate(1, 1, Duration.ofMinutes(5));
		CompletableFuture<String> running = run(gate);
		CompletableFuture<String> waiting = CompletableFuture.supplyAsync(() -> gate.pass(() -> "waited"));
		Awaitility.await().until(() -> gate.waiting() == 1);
		assertThatThrownBy(() -> gate.pass(() -> "late")).isInstanceOf(SearchBusy.class);
		this.end.countDown();
		assertThat(running.join()).isEqualTo("done");
		assertThat(waiting.join()).isEqualTo("waited");
	}

	@Test
	void goesOnAfterASearchThatFails() {
		SearchGate gate = new SearchGate(1, 1, Duration.ofMinutes(5));
		assertThatThrownBy(() -> gate.pass(() -> {
			throw new IllegalStateException("on purpose");
		})).hasMessage("on purpose");
		assertThat(gate.<String>pass(() -> "next")).isEqualTo("next");
	}

	private CompletableFuture<String> run(SearchGate gate) {
		CountDownLatch begun = new CountDownLatch(1);
		CompletableFuture<String> running = CompletableFuture.supplyAsync(() -> gate.pass(() -> {
			begun.countDown();
			return await(this.end) ? "done" : "never ended";
		}));
		assertThat(await(begun)).isTrue();
		return running;
	}

	private static boolean await(CountDownLatch latch) {
		try {
			return latch.await(1, TimeUnit.MINUTES);
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

}
