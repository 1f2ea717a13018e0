package chat.hubbub.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The claim of one server on a database of PostgreSQL: an advisory lock, which PostgreSQL
 * releases when the connection that holds it ends. If the connection breaks, the lock is
 * taken again on a new one. If another server has it by then, this process ends, because
 * both would give the same numbers to different messages. Thread-safe.
 */
final class SingleServer implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(SingleServer.class);

	/** "hubbub" in ASCII; all programs that use the database share the space of keys. */
	private static final long KEY = 0x687562627562L;

	private static final int CHECK_SECONDS = 2;

	private static final int PATIENCE_SECONDS = 5;

	/** The SQLSTATE lock_not_available. */
	private static final String TIMED_OUT = "55P03";

	private final String url;

	private final Properties login;

	private final Runnable end;

	private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "single-server");
		thread.setDaemon(true);
		return thread;
	});

	private @Nullable Future<?> renewal;

	private @Nullable Connection connection;

	private boolean closed;

	SingleServer(String url, Properties login, Runnable end) {
		this.url = url;
		this.login = login;
		this.end = end;
	}

	/** A check of the database, which throws if the server must not use it. */
	@FunctionalInterface
	interface Check {

		void check(Connection connection) throws SQLException;

	}

	/**
	 * Checks a database and claims it.
	 * @throws SQLException if it cannot be reached
	 * @throws StoreUnusable if it fails the check, or another server has it
	 */
	static SingleServer begin(String url, Properties login, Check check) throws SQLException {
		SingleServer server = new SingleServer(url, login, () -> Runtime.getRuntime().halt(1));
		try {
			check.check(server.open());
			if (!server.claim()) {
				throw new StoreUnusable("Another Hubbub is using the database " + StoreName.of(url)
						+ ": stop it, or set spring.datasource.url to another database.");
			}
		}
		catch (SQLException | RuntimeException ex) {
			server.close();
			throw ex;
		}
		server.renewal = server.watch.scheduleWithFixedDelay(server::renew, CHECK_SECONDS, CHECK_SECONDS,
				TimeUnit.SECONDS);
		return server;
	}

	/** Takes the claim again if its connection has broken. */
	synchronized void renew() {
		try {
			Connection open = this.connection;
			if (this.closed || (open != null && open.isValid(CHECK_SECONDS))) {
				return;
			}
			release();
			if (!claim()) {
				logger.error("Another Hubbub has taken the database {}: this one ends", StoreName.of(this.url));
				this.end.run();
			}
		}
		catch (SQLException ex) {
			// The database is away; the next attempt follows.
			release();
		}
	}

	/**
	 * Takes the claim, and waits a little for a server that is about to end.
	 * @return {@code false} if another server keeps it
	 */
	synchronized boolean claim() throws SQLException {
		try (Statement statement = open().createStatement()) {
			statement.execute("set lock_timeout = '" + PATIENCE_SECONDS + "s'");
			statement.execute("select pg_advisory_lock(" + KEY + ")");
			return true;
		}
		catch (SQLException ex) {
			if (TIMED_OUT.equals(ex.getSQLState())) {
				return false;
			}
			throw ex;
		}
	}

	private synchronized Connection open() throws SQLException {
		Connection open = this.connection;
		if (open == null) {
			open = DriverManager.getConnection(this.url, this.login);
			this.connection = open;
		}
		return open;
	}

	private synchronized void release() {
		Connection open = this.connection;
		this.connection = null;
		try {
			if (open != null) {
				open.close();
			}
		}
		catch (SQLException ex) {
			logger.debug("The connection has ended already", ex);
		}
	}

	/** Releases the claim. */
	@Override
	public synchronized void close() {
		this.closed = true;
		if (this.renewal != null) {
			this.renewal.cancel(false);
		}
		this.watch.shutdown();
		release();
	}

}
