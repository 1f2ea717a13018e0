package chat.hubbub.message;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import chat.hubbub.fixture.Database;
import org.awaitility.Awaitility;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two writers of one database of PostgreSQL. Each goes on after its first row only when
 * the other has written its first row, too, or waits for this one. So they wait in a
 * circle if they do not write the same rows in the same order.
 */
public final class TwoWriters implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Set<Thread> begun = ConcurrentHashMap.newKeySet();

	private final Writer here;

	private final Writer there;

	public TwoWriters(Path folder) {
		this.here = new Writer(folder);
		this.there = new Writer(folder);
		this.here.database.addTopic("tea");
	}

	public Writer here() {
		return this.here;
	}

	public Writer there() {
		return this.there;
	}

	@Override
	public void close() {
		this.here.close();
		this.there.close();
	}

	/** One of them. */
	public final class Writer {

		private final Database database;

		private final TestLog log;

		private Writer(Path folder) {
			this.database = Database.onPostgreSql(folder);
			this.log = new TestLog(this.database);
		}

		/** Stores rows in a commit with those that wait. */
		public CompletableFuture<Void> store(String name, Runnable rows, Duration within) {
			return this.log.events().store(name, rows, within);
		}

		/** Writes a row of the caller's transaction. */
		public void write(String key) {
			this.database.template()
				.update("insert into follower_cursor values (?, 'tea', 1)"
						+ " on conflict (follower, topic) do update set seq = follower_cursor.seq + 1", key);
			if (TwoWriters.this.begun.add(Thread.currentThread())) {
				Awaitility.await()
					.atMost(PATIENCE)
					.until(() -> TwoWriters.this.begun.size() == 2 || isAwaited(this.database.template()));
			}
		}

		private static boolean isAwaited(JdbcTemplate jdbc) {
			return jdbc.queryForObject("select count(*) from pg_stat_activity where datname = current_database()"
					+ " and wait_event_type = 'Lock'", Long.class) > 0;
		}

		private void close() {
			this.log.close();
		}

	}

}
