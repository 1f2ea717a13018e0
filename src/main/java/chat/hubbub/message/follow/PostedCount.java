package chat.hubbub.message.follow;

import java.util.List;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import chat.hubbub.message.Follower;
import chat.hubbub.message.LogEntry;
import chat.hubbub.message.Posted;

/**
 * Counts the messages that were ever posted to topics, in the store, so that the count
 * continues after a restart. Everybody can read the count, so conversations are left out.
 */
@Component
class PostedCount implements Follower, MeterBinder {

	private final JdbcClient jdbc;

	private volatile long total;

	PostedCount(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.total = jdbc.sql("select total from posted_count").query(Long.class).single();
	}

	@Override
	public String name() {
		return "posted-count";
	}

	@Override
	public Step follow(List<LogEntry> entries) {
		long posted = entries.stream().filter((entry) -> entry.event() instanceof Posted).count();
		return (posted > 0) ? new Count(posted) : Step.NO_ROWS;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		FunctionCounter.builder("hubbub.messages.posted", this, PostedCount::total).register(registry);
	}

	/** The stored total. */
	long total() {
		return this.total;
	}

	/** Adds the messages of one call. */
	private final class Count implements Step {

		private final long posted;

		private long sum;

		Count(long posted) {
			this.posted = posted;
		}

		@Override
		public void store() {
			this.sum = PostedCount.this.jdbc.sql("update posted_count set total = total + :posted returning total")
				.param("posted", this.posted)
				.query(Long.class)
				.single();
		}

		@Override
		public void stored() {
			PostedCount.this.total = this.sum;
		}

	}

}
