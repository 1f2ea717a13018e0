package chat.hubbub.message.follow;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import chat.hubbub.timer.Ticker;

/** The leases of a node of a cluster, which it renews every five seconds. Thread-safe. */
@Component
@ConditionalOnProperty("hubbub.cluster.enabled")
public class Leases implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(Leases.class);

	static final Duration EVERY = Duration.ofSeconds(5);

	private final LeaseStore store;

	private final String node = UUID.randomUUID().toString();

	private final List<StoredLease> leases = new CopyOnWriteArrayList<>();

	private final Ticker ticker = new Ticker("leases", EVERY, this::renew, "A lease could not be renewed");

	Leases(JdbcTemplate jdbc) {
		this.store = new LeaseStore(jdbc);
		this.ticker.start();
	}

	/**
	 * A lease, which this node does not have yet.
	 * @param follower the name of a follower, or of other code
	 * @return the lease, to be asked for once
	 */
	public Lease of(String follower) {
		StoredLease lease = new StoredLease(this.store, follower, this.node, System::nanoTime);
		this.leases.add(lease);
		return lease;
	}

	private void renew() {
		for (StoredLease lease : this.leases) {
			try {
				lease.renew();
			}
			catch (DataAccessException ex) {
				logger.debug("A lease could not be renewed", ex);
			}
		}
	}

	@Override
	public void destroy() {
		this.ticker.stop();
	}

}
