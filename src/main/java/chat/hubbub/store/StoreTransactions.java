package chat.hubbub.store;

import javax.sql.DataSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Spring's transactions. A connection that failed has {@linkplain StoreFaults left the
 * pool}, and its end rolls back: that it cannot be asked to any more must not hide why it
 * failed.
 */
@Component("transactionManager")
@SuppressWarnings("serial")
public class StoreTransactions extends JdbcTransactionManager {

	/**
	 * Transactions of a database.
	 * @param source its connections
	 */
	public StoreTransactions(DataSource source) {
		super(source);
	}

	@Override
	protected void doRollback(DefaultTransactionStatus status) {
		try {
			super.doRollback(status);
		}
		catch (DataAccessException | TransactionSystemException ex) {
			this.logger.debug("The rollback failed; the connection is closed", ex);
		}
	}

}
