package chat.hubbub.preview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

import chat.hubbub.picture.Encoded;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FindingsTests {

	private static final Found TEA = new Found("Tea", null, null);

	private final List<String> read = Collections.synchronizedList(new ArrayList<>());

	private final List<Runnable> waiting = new ArrayList<>();

	private final AtomicLong now = new AtomicLong();

	@Test
	void readsALinkInManyMessagesOnce() {
		Findings findings = findings(this.waiting::add);
		List<CompletableFuture<Optional<Found>>> answers = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			answers.add(findings.of("tea"));
		}
		assertThat(this.waiting).hasSize(1);
		this.waiting.remove(0).run();
		assertThat(answers).allSatisfy((answer) -> assertThat(answer).isCompletedWithValue(Optional.of(TEA)));
		this.now.addAndGet(Findings.KEPT.toNanos() - 1);
		assertThat(findings.of("tea")).isCompletedWithValue(Optional.of(TEA));
		assertThat(this.read).containsExactly("tea");
	}

	@Test
	void readsItAgainAfterSomeTime() {
		Findings findings = findings(Runnable::run);
		findings.of("tea");
		this.now.addAndGet(Findings.KEPT.toNanos());
		findings.of("tea");
		assertThat(this.read).containsExactly("tea", "tea");
	}

	@Test
	void remembersFaultsBriefly() {
		Findings findings = findings(Runnable::run);
		for (String link : List.of("nothing", "broken", "odd")) {
			assertThat(findings.of(link)).isCompletedWithValue(Optional.empty());
			this.now.addAndGet(Findings.NOTHING_KEPT.toNanos() - 1);
			assertThat(findings.of(link)).isCompletedWithValue(Optional.empty());
			this.now.addAndGet(1);
			findings.of(link);
		}
		assertThat(this.read).containsExactly("nothing", "nothing", "broken", "broken", "odd", "odd");
	}

	@Test
	void forgetsALinkThatFoundNoRoom() {
		List<Executor> executors = new ArrayList<>(List.of((task) -> {
			throw new RejectedExecutionException();
		}, Runnable::run));
		Findings findings = findings((task) -> executors.remove(0).execute(task));
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> findings.of("tea"));
		assertThat(findings.of("tea")).isCompletedWithValue(Optional.of(TEA));
	}

	@Test
	void isLimitedInBytes() {
		Findings findings = findings(Runnable::run);
		for (int i = 0; i < 200; i++) {
			findings.of("large" + i % 100);
		}
		assertThat(this.read).hasSizeGreaterThan(150);
	}

	private Findings findings(Executor threads) {
		return new Findings(this::read, threads, this.now::get);
	}

	private Optional<Found> read(String link) throws IOException {
		this.read.add(link);
		return switch (link) {
			case "nothing" -> Optional.empty();
			case "broken" -> throw new IOException("broken");
			case "odd" -> throw new IllegalStateException("odd");
			case "tea" -> Optional.of(TEA);
			default -> Optional.of(new Found(null, null, new Encoded("image/png", new byte[100_000], 1, 1)));
		};
	}

}
