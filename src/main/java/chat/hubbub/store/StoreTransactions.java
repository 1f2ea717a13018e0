package chat.hubbub.store;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Spring's transactions, except that a failed rollback does not hide the first fault. A
 * failed connection has already {@linkplain StoreFaults left the pool}, so a rollback on
 * it fails; closing it rolls back instead.
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
	protected void doBegin(Object transaction, TransactionDefinition definition) {
		doBegin(transaction, definition, 1);
	}

	@Override
	protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
			throws SQLException {
		super.prepareTransactionalConnection(connection, definition);
		StoreFaults.requireWritable(connection);
	}

	private void doBegin(Object transaction, TransactionDefinition definition, int attempt) {
		try {
			super.doBegin(transaction, definition);
		}
		catch (CannotCreateTransactionException ex) {
			StoreFaults.noteAbsence(obtainDataSource(), ex);
			if (!StoreFaults.isOld(obtainDataSource(), ex, attempt)) {
				throw ex;
			}
			doBegin(transaction, definition, attempt + 1);
		}
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
