package chat.hubbub.unread;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.broker.Attendance;
import chat.hubbub.store.StoreUnavailable;

import static org.assertj.core.api.Assertions.assertThat;

class UnreadClockTests {

	private final Arrivals arrivals = new Arrivals();

	private final FlakyNews news = new FlakyNews();

	private final UnreadClock clock = new UnreadClock(this.arrivals, this.news);

	@AfterEach
	void stop() {
		this.clock.stop();
	}

	@Test
	void tellsAConnectionThatArrivedWhileTheStoreWasAway() {
		Watcher ada = watcher("ada");
		Watcher grace = watcher("grace");
		this.news.faults.set(2);
		this.arrivals.waiting.addAll(List.of(ada, grace));
		this.clock.start();
		Awaitility.await().until(() -> this.news.told.size() == 2);
		assertThat(this.news.told).containsExactlyInAnyOrder(ada, grace);
	}

	@Test
	void forgetsAConnectionThatHasGoneMeanwhile() {
		Watcher gone = watcher("ada");
		Watcher grace = watcher("grace");
		gone.leave();
		this.news.faults.set(2);
		this.arrivals.waiting.addAll(List.of(gone, grace));
		this.clock.start();
		Awaitility.await().until(() -> this.news.told.contains(grace));
		assertThat(this.news.told).containsExactly(grace);
	}

	private static Watcher watcher(String name) {
		return new Watcher(null, User.guest(new Username(name), name), name, name, 0);
	}

	private static final class Arrivals extends Watchers {

		private final BlockingQueue<Watcher> waiting = new LinkedBlockingQueue<>();

		Arrivals() {
			super(new Attendance(), null, Clock.systemUTC());
		}

		@Override
		@Nullable Watcher arrival(long nanos) throws InterruptedException {
			return this.waiting.poll(nanos, TimeUnit.NANOSECONDS);
		}

	}

	private static final class FlakyNews extends UnreadNews {

		private final List<Watcher> told = new CopyOnWriteArrayList<>();

		private final AtomicInteger faults = new AtomicInteger();

		FlakyNews() {
			super(null, null, null, null, null, null, null);
		}

		@Override
		void tellAll(Watcher watcher) {
			if (this.faults.getAndDecrement() > 0) {
				throw new StoreUnavailable();
			}
			this.told.add(watcher);
		}

		@Override
		void tellChanges(long now) {
			// Nothing has changed.
		}

	}

}
