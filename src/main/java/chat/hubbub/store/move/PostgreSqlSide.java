package chat.hubbub.store.move;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.support.JdbcUtils;

import chat.hubbub.store.SoleUse;
import chat.hubbub.store.StoreName;
import chat.hubbub.store.StoreUnusable;

/**
 * A database of PostgreSQL. All rows come in one transaction. Until its end, the number
 * in {@code needed_version} keeps every server from the empty tables.
 */
final class PostgreSqlSide implements Side {

	private final String url;

	private final Login login;

	private @Nullable SoleUse claim;

	private @Nullable Connection connection;

	private int version;

	private boolean begun;

	PostgreSqlSide(String url, Login login) {
		this.url = url;
		this.login = login;
	}

	@Override
	public String name() {
		return StoreName.of(this.url);
	}

	@Override
	public boolean isPostgreSql() {
		return true;
	}

	@Override
	public Connection openSource() throws SQLException {
		this.claim = SoleUse.ofPostgreSql(this.url, this.login.properties(), true);
		new Migrations(this.url, this.login).requireAll(name());
		Connection opened = open();
		opened.setReadOnly(true);
		opened.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
		opened.setAutoCommit(false);
		return opened;
	}

	@Override
	public Connection openTarget() throws SQLException {
		this.claim = SoleUse.ofPostgreSql(this.url, this.login.properties(), false);
		Connection opened = open();
		if (isUnfinished(opened)) {
			drop(opened);
		}
		if (!names(opened, "select tablename from pg_tables where schemaname = current_schema()").isEmpty()) {
			throw new StoreUnusable("The database " + name() + " is not empty: create another one, or correct --to.");
		}
		this.begun = true;
		new Migrations(this.url, this.login).apply();
		this.version = number(opened);
		setVersion(opened, SoleUse.UNFINISHED);
		opened.setAutoCommit(false);
		return opened;
	}

	private Connection open() throws SQLException {
		Connection opened = DriverManager.getConnection(this.url, this.login.properties());
		this.connection = opened;
		return opened;
	}

	@Override
	public Side complete() throws SQLException {
		if (this.connection != null) {
			setVersion(this.connection, this.version);
			this.connection.commit();
		}
		return this;
	}

	@Override
	public Side discard() throws SQLException {
		if (this.connection != null && this.begun) {
			JdbcUtils.closeConnection(this.connection);
			// The former connection may have failed.
			drop(open());
		}
		return this;
	}

	private static boolean isUnfinished(Connection connection) throws SQLException {
		return !names(connection, "select tablename from pg_tables where schemaname = current_schema()"
				+ " and tablename = 'needed_version'")
			.isEmpty() && number(connection) == SoleUse.UNFINISHED;
	}

	private static int number(Connection connection) throws SQLException {
		return Integer.parseInt(names(connection, "select number from needed_version").get(0));
	}

	private static void setVersion(Connection connection, int version) throws SQLException {
		execute(connection, "update needed_version set number = " + version);
	}

	/** Removes all tables and numbers of an incomplete target. */
	private static void drop(Connection connection) throws SQLException {
		for (String table : names(connection, "select tablename from pg_tables where schemaname = current_schema()")) {
			execute(connection, "drop table " + Table.quoted(table) + " cascade");
		}
		for (String sequence : names(connection,
				"select sequencename from pg_sequences where schemaname = current_schema()")) {
			execute(connection, "drop sequence " + Table.quoted(sequence) + " cascade");
		}
	}

	private static List<String> names(Connection connection, String sql) throws SQLException {
		List<String> names = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				names.add(rows.getString(1));
			}
		}
		return names;
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	@Override
	public void close() {
		JdbcUtils.closeConnection(this.connection);
		if (this.claim != null) {
			this.claim.close();
		}
	}

}
