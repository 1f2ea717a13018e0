package chat.hubbub.message;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.PastChanged;
import chat.hubbub.broker.PastForgotten;
import chat.hubbub.broker.Replaced;
import chat.hubbub.broker.Rewritten;
import chat.hubbub.bus.Bus;
import chat.hubbub.bus.Fact;
import chat.hubbub.store.StoreKind;
import chat.hubbub.timer.Ticker;

/**
 * Replaces the connections to PostgreSQL a few seconds after texts were erased. The
 * driver keeps what it has read and written last in buffers of the connection, and
 * nothing overwrites it while the connection is not used, or reads less. SQLite's driver
 * has no such buffers. Thread-safe.
 */
@Component
class FreshConnections implements DisposableBean {

	private static final Duration LOOK = Duration.ofSeconds(1);

	/** Opening all connections takes about as long as some commits. */
	private static final long AT_MOST_EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);

	private final MessageStore store;

	private final DataSource source;

	private final Ticker ticker = new Ticker("fresh-connections", LOOK, this::replaceIfDue,
			"The connections to PostgreSQL could not be replaced");

	private volatile boolean erased;

	private volatile long replacedAt = System.nanoTime() - AT_MOST_EVERY_NANOS;

	FreshConnections(Bus bus, DataSource source, MessageStore store) {
		this.store = store;
		this.source = source;
		if (StoreKind.of(source) == StoreKind.POSTGRESQL) {
			List.of(Replaced.class, Rewritten.class, PastForgotten.class, PastChanged.class)
				.forEach((kind) -> listen(bus, kind));
			this.ticker.start();
		}
	}

	private <F extends Fact> void listen(Bus bus, Class<F> kind) {
		bus.receive(kind, (fact) -> this.erased = true);
	}

	private void replaceIfDue() {
		if (System.nanoTime() - this.replacedAt >= AT_MOST_EVERY_NANOS) {
			replaceIfErased();
		}
	}

	/**
	 * A connection that is in use is replaced when it is given back. New ones cannot read
	 * what was erased before.
	 */
	void replaceIfErased() {
		if (this.erased) {
			this.erased = false;
			this.replacedAt = System.nanoTime();
			this.store.replaceConnection();
			pool().getHikariPoolMXBean().softEvictConnections();
		}
	}

	private HikariDataSource pool() {
		try {
			return this.source.unwrap(HikariDataSource.class);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The store needs the connection pool HikariCP", ex);
		}
	}

	@Override
	public void destroy() {
		this.ticker.stop();
	}

}
