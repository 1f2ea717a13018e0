package chat.hubbub.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import chat.hubbub.timer.Ticker;

/**
 * The claim of a server on a database of PostgreSQL: an advisory lock, which PostgreSQL
 * releases when the connection that holds it ends. A single server takes it alone; the
 * nodes of a cluster share it. If the connection breaks, the lock is taken again on a new
 * one. If that is refused, this process ends, because two servers that do not know of
 * each other would miss each other's changes. Thread-safe.
 */
final class DatabaseLock implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseLock.class);

	/** "hubbub" in ASCII; all programs that use the database share the space of keys. */
	private static final long KEY = 0x687562627562L;

	/** Held alone by the first node of a cluster, until it has begun an epoch. */
	private static final long FIRST_KEY = KEY + 1;

	private static final int CHECK_SECONDS = 2;

	private static final Duration CHECK = Duration.ofSeconds(CHECK_SECONDS);

	/**
	 * After a restart of the database, the nodes that live have taken their claims again.
	 */
	private static final Duration RETURN = Duration.ofSeconds(6);

	private static final long RETURN_PAUSE_MILLIS = 200;

	private static final int PATIENCE_SECONDS = 5;

	/** The time that the first node may take to upgrade the tables. */
	private static final int START_SECONDS = 300;

	/** A database that answers later than that is away. */
	private static final int SILENCE_SECONDS = 5;

	/** The SQLSTATE lock_not_available. */
	private static final String TIMED_OUT = "55P03";

	private final String url;

	private final Properties login = new Properties();

	private final boolean shared;

	private final Runnable end;

	private final Ticker watch = new Ticker("database-lock", CHECK, this::renew,
			"The claim on the database could not be taken again");

	private @Nullable Connection connection;

	private boolean first = true;

	private volatile boolean closed;

	DatabaseLock(String url, Properties login, boolean shared, Runnable end) {
		this.url = url;
		this.login.putAll(login);
		// A database that accepts connections and says nothing must not hold a thread.
		this.login.putIfAbsent("connectTimeout", "3");
		this.login.putIfAbsent("socketTimeout", String.valueOf(SILENCE_SECONDS));
		this.shared = shared;
		this.end = end;
	}

	/** A check of the database, which throws if the server must not use it. */
	@FunctionalInterface
	interface Check {

		void check(Connection connection) throws SQLException;

	}

	/**
	 * Checks a database and claims it. A node waits until the first one has begun.
	 * @param shared whether it is a node of a cluster
	 * @throws SQLException if it cannot be reached
	 * @throws StoreUnusable if it fails the check, or another server has it
	 */
	static DatabaseLock begin(String url, Properties login, boolean shared, Check check) throws SQLException {
		DatabaseLock lock = new DatabaseLock(url, login, shared, () -> Runtime.getRuntime().halt(1));
		try {
			check.check(lock.open());
			if (!lock.claim()) {
				throw new StoreUnusable(lock.refusal());
			}
			lock.first = !shared || lock.isFirstNode();
		}
		catch (SQLException | RuntimeException ex) {
			lock.close();
			throw ex;
		}
		lock.watch.start();
		return lock;
	}

	private String refusal() {
		return (this.shared ? "A Hubbub outside of the cluster" : "Another Hubbub") + " is using the database "
				+ StoreName.of(this.url) + ": stop it, " + (this.shared ? "or give it hubbub.cluster.enabled=true too."
						: "set spring.datasource.url to another database, or join it with hubbub.cluster.enabled=true.");
	}

	/** Whether no other node was there at the start. */
	boolean isFirst() {
		return this.first;
	}

	/** The first node has begun, so that the others may go on. */
	synchronized void settle() throws SQLException {
		if (this.shared && this.first) {
			execute("select pg_advisory_lock_shared(" + FIRST_KEY + ")");
			execute("select pg_advisory_unlock(" + FIRST_KEY + ")");
		}
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
			else if (this.shared && !lock(FIRST_KEY, PATIENCE_SECONDS)) {
				// A node is about to begin as the first one. The next attempt follows.
				release();
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
	boolean claim() throws SQLException {
		return lock(KEY, PATIENCE_SECONDS);
	}

	/**
	 * Finds out whether there is another node. If it is about to begin, waits for that,
	 * and asks again, because it may have ended instead. A restart of the database ends
	 * the claims of nodes that live: then it waits until they have taken them again.
	 */
	private synchronized boolean isFirstNode() throws SQLException {
		if (!lockAlone()) {
			shareFirst();
			execute("select pg_advisory_unlock_shared(" + FIRST_KEY + ")");
			if (!lockAlone()) {
				shareFirst();
				return false;
			}
		}
		long end = System.nanoTime() + RETURN.toNanos();
		while (mayHaveNodes() && System.nanoTime() < end) {
			execute("select pg_advisory_unlock(" + FIRST_KEY + ")");
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(RETURN_PAUSE_MILLIS));
			if (!lockAlone()) {
				shareFirst();
				return false;
			}
		}
		return true;
	}

	private void shareFirst() throws SQLException {
		if (!lock(FIRST_KEY, START_SECONDS)) {
			throw new StoreUnusable("Another node prepares the database " + StoreName.of(this.url)
					+ " for very long: wait until it has started, or stop it.");
		}
	}

	/** Whether a node has not ended in order, so that it may live. */
	private boolean mayHaveNodes() throws SQLException {
		return isTrue("select to_regclass('cluster_node') is not null")
				&& isTrue("select exists (select 1 from cluster_node)");
	}

	private boolean lockAlone() throws SQLException {
		return isTrue("select pg_try_advisory_lock(" + FIRST_KEY + ")");
	}

	private boolean isTrue(String question) throws SQLException {
		try (Statement statement = open().createStatement(); ResultSet rows = statement.executeQuery(question)) {
			return rows.next() && rows.getBoolean(1);
		}
	}

	private synchronized boolean lock(long key, int seconds) throws SQLException {
		try {
			open().setNetworkTimeout(Runnable::run, (int) Duration.ofSeconds(seconds + SILENCE_SECONDS).toMillis());
			execute("set lock_timeout = '" + seconds + "s'");
			execute("select pg_advisory_lock" + (this.shared ? "_shared(" : "(") + key + ")");
			return true;
		}
		catch (SQLException ex) {
			if (TIMED_OUT.equals(ex.getSQLState())) {
				return false;
			}
			throw ex;
		}
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = open().createStatement()) {
			statement.execute(sql);
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
	public void close() {
		this.closed = true;
		this.watch.stop();
		release();
	}

}
