package chat.hubbub.limit;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.Function;

import chat.hubbub.account.Account;
import chat.hubbub.account.SignInQueue;
import org.jspecify.annotations.Nullable;

/**
 * Slows down guesses without locking out the owner. Attempts with one name from one
 * address are refused first. If many addresses try one name, those from which its account
 * has not signed in recently have to wait. The wait is the same for a name without an
 * account. Thread-safe.
 */
class PasswordQueue implements SignInQueue {

	/** The maximum number of waiting attempts; each keeps only its own input. */
	static final int MAX_WAITING = 100;

	/** The longest wait. */
	static final Duration MAX_DELAY = Duration.ofSeconds(5);

	private static final Duration MIN_DELAY = Duration.ofSeconds(1);

	private final Attempts attempts;

	private final BiPredicate<String, @Nullable InetAddress> known;

	private final Function<Duration, Executor> later;

	private final AtomicInteger waiting = new AtomicInteger();

	/**
	 * Creates a queue.
	 * @param known whether the account of a name has recently signed in from an address
	 * @param later runs a task after a delay, on a thread that may check passwords
	 */
	PasswordQueue(Attempts attempts, BiPredicate<String, @Nullable InetAddress> known,
			Function<Duration, Executor> later) {
		this.attempts = attempts;
		this.known = known;
		this.later = later;
	}

	@Override
	public CompletionStage<Turn> line(String name, @Nullable InetAddress address) {
		this.attempts.signIn(name, address);
		Duration wait = this.attempts.signInUnder(name);
		if (wait.isZero()) {
			return CompletableFuture.completedStage(this.attempts.counted(name, address));
		}
		Turn turn = () -> this.attempts.signedIn(name, address);
		return this.known.test(name, address) ? CompletableFuture.completedStage(turn) : wait(wait, turn);
	}

	@Override
	public Turn confirm(Account account) {
		this.attempts.confirm(account);
		return () -> this.attempts.confirmed(account);
	}

	int waiting() {
		return this.waiting.get();
	}

	private CompletionStage<Turn> wait(Duration estimate, Turn turn) {
		if (this.waiting.incrementAndGet() > MAX_WAITING) {
			this.waiting.decrementAndGet();
			throw new RateLimited(Attempts.UNDER_NAME, MAX_DELAY);
		}
		CompletableFuture<Turn> later = new CompletableFuture<>();
		this.later.apply(bounded(estimate)).execute(() -> {
			try {
				// The waiting attempt checks its password within this call.
				later.complete(turn);
			}
			finally {
				this.waiting.decrementAndGet();
			}
		});
		return later;
	}

	private static Duration bounded(Duration wait) {
		Duration most = (wait.compareTo(MAX_DELAY) < 0) ? wait : MAX_DELAY;
		return (most.compareTo(MIN_DELAY) < 0) ? MIN_DELAY : most;
	}

}
