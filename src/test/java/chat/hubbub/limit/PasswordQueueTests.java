package chat.hubbub.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import chat.hubbub.account.Account;
import chat.hubbub.account.Role;
import chat.hubbub.account.SignInQueue.Turn;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.FakeMeter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PasswordQueueTests {

	private final List<Duration> delays = new ArrayList<>();

	private final List<Runnable> later = new ArrayList<>();

	private @Nullable InetAddress home;

	private final PasswordQueue queue = new PasswordQueue(new Attempts(limits(), new FakeMeter()),
			(name, address) -> name.equals("ada") && address != null && address.equals(this.home), this::later);

	@Test
	void letsTheFirstPassAtOnce() {
		for (int i = 1; i <= 10; i++) {
			assertThat(isNow(this.queue.line("ada", at(i)))).isTrue();
		}
		assertThat(isNow(this.queue.line("grace", at(1)))).isTrue();
		assertThat(this.later).isEmpty();
	}

	@Test
	void hasTheRestWaitAndKeepsNobodyOut() {
		exhaust("ada");
		CompletionStage<Turn> owner = this.queue.line("ada", at(200));
		assertThat(isNow(owner)).isFalse();
		assertThat(this.delays).containsExactly(PasswordQueue.MAX_DELAY);
		assertThat(this.queue.waiting()).isOne();
		this.later.forEach(Runnable::run);
		assertThat(isNow(owner)).isTrue();
		assertThat(this.queue.waiting()).isZero();
	}

	@Test
	void waitsAlikeForANameThatNobodyHas() {
		exhaust("nobody");
		assertThat(isNow(this.queue.line("nobody", at(200)))).isFalse();
		assertThat(this.delays).containsExactly(PasswordQueue.MAX_DELAY);
	}

	@Test
	void looksAtThePasswordBeforeItsPlaceIsFree() {
		exhaust("ada");
		List<Integer> seen = new ArrayList<>();
		this.queue.line("ada", at(200)).thenAccept((turn) -> seen.add(this.queue.waiting()));
		this.later.forEach(Runnable::run);
		assertThat(seen).containsExactly(1);
	}

	@Test
	void refusesMoreThanAHundred() {
		exhaust("ada");
		for (int i = 0; i < PasswordQueue.MAX_WAITING; i++) {
			this.queue.line("ada", at(100 + i));
		}
		assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> this.queue.line("ada", at(250)))
			.satisfies((refusal) -> assertThat(refusal.retryAfter()).contains(5L));
		assertThat(isNow(this.queue.line("grace", at(250)))).isTrue();
		this.later.forEach(Runnable::run);
		this.queue.line("ada", at(251));
	}

	@Test
	void neverSlowsAnAddressThatTheAccountIsKnownAt() {
		exhaust("ada");
		this.home = at(200);
		assertThat(isNow(this.queue.line("ada", at(200)))).isTrue();
		assertThat(isNow(this.queue.line("ada", at(201)))).isFalse();
	}

	@Test
	void refusesGuessesFromOneAddressBeforeTheyWait() {
		exhaust("ada");
		for (int i = 0; i < 5; i++) {
			this.queue.line("ada", at(200));
		}
		assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> this.queue.line("ada", at(200)));
		assertThat(this.queue.waiting()).isEqualTo(5);
	}

	@Test
	void countsNoAttemptThatSucceeds() {
		for (int i = 0; i < 50; i++) {
			this.queue.line("ada", at(1)).thenAccept(Turn::succeeded);
		}
		assertThat(this.later).isEmpty();
	}

	@Test
	void countsConfirmationsByThemselves() {
		exhaust("ada");
		Account ada = new Account(7, new Username("ada"), Role.MEMBER, 0);
		for (int i = 0; i < 10; i++) {
			this.queue.confirm(ada).succeeded();
		}
		for (int i = 0; i < 5; i++) {
			this.queue.confirm(ada);
		}
		assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> this.queue.confirm(ada));
		this.queue.confirm(new Account(8, new Username("grace"), Role.MEMBER, 0));
	}

	private void exhaust(String name) {
		for (int i = 1; i <= 10; i++) {
			this.queue.line(name, at(i));
		}
	}

	private static boolean isNow(CompletionStage<Turn> turn) {
		return turn.toCompletableFuture().isDone();
	}

	private Executor later(Duration delay) {
		this.delays.add(delay);
		return this.later::add;
	}

	private static InetAddress at(int host) {
		try {
			return InetAddress.getByName("192.0.2." + host);
		}
		catch (UnknownHostException ex) {
			throw new AssertionError(ex);
		}
	}

	private static LimitProperties limits() {
		return new LimitProperties(true, Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED,
				Rate.valueOf("5/h"), Rate.valueOf("10/h"), Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED,
				Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED,
				Rate.UNLIMITED, 20, 200);
	}

}
