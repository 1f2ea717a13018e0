package chat.hubbub.store;

import java.sql.DatabaseMetaData;

import javax.sql.DataSource;

import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** The databases that Hubbub stores in. */
public enum StoreKind {

	/** A file, to which one process writes. */
	SQLITE,

	/** A server, which several nodes may share. */
	POSTGRESQL;

	/**
	 * The kind of a database, which must be reachable.
	 * @param source its connections
	 * @return its kind
	 */
	public static StoreKind of(DataSource source) {
		try {
			String product = JdbcUtils.extractDatabaseMetaData(source, DatabaseMetaData::getDatabaseProductName);
			return "PostgreSQL".equals(product) ? POSTGRESQL : SQLITE;
		}
		catch (MetaDataAccessException ex) {
			throw new IllegalStateException("The kind of the database is unknown", ex);
		}
	}

}
