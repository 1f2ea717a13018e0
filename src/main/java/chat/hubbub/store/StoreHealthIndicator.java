package chat.hubbub.store;

import java.util.concurrent.locks.ReentrantLock;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reports the server as down, with the reason, while it cannot store. After a fault, each
 * health request tries to store something, one at a time. Without a fault the check does
 * no I/O. Thread-safe.
 */
@Component
class StoreHealthIndicator implements HealthIndicator {

	/**
	 * Larger than a message, so that the trial fails if there is no space for a message.
	 */
	private static final int BYTES = 131_072;

	private final StoreFaults faults;

	private final JdbcTemplate jdbc;

	private final TransactionOperations transaction;

	private final ReentrantLock trial = new ReentrantLock();

	StoreHealthIndicator(HikariDataSource source, JdbcTemplate jdbc, TransactionOperations transaction) {
		this.faults = (source.getExceptionOverride() instanceof StoreFaults known) ? known : new StoreFaults();
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@Override
	public Health health() {
		String fault = this.faults.last();
		if (fault != null && this.trial.tryLock()) {
			try {
				fault = tryToStore();
			}
			finally {
				this.trial.unlock();
			}
		}
		return (fault == null) ? Health.up().build() : Health.down().withDetail("reason", fault).build();
	}

	private @Nullable String tryToStore() {
		this.faults.forget();
		try {
			this.transaction.executeWithoutResult((status) -> {
				this.jdbc.execute("create table store_trial (content text)");
				this.jdbc.update("insert into store_trial values (?)", "x".repeat(BYTES));
				this.jdbc.execute("drop table store_trial");
			});
			return null;
		}
		catch (DataAccessException | TransactionException ex) {
			return this.faults.note(String.valueOf(ex.getMostSpecificCause().getMessage()));
		}
	}

}
