package chat.hubbub.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.FatalBeanException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Checks a database of PostgreSQL before the start, and keeps a server from it that is no
 * node of the same cluster.
 */
@Component
class PostgreSqlStart implements BeanFactoryPostProcessor, EnvironmentAware, DisposableBean, StoreClaim {

	private static final int OLDEST = 15;

	private static final int VERSION_UNIT = 10_000;

	private String url = "";

	private final Properties login = new Properties();

	private boolean cluster;

	private @Nullable DatabaseLock lock;

	@Override
	public void setEnvironment(Environment environment) {
		this.url = environment.getProperty("spring.datasource.url", "");
		this.cluster = environment.getProperty("hubbub.cluster.enabled", Boolean.class, false);
		set("user", environment.getProperty("spring.datasource.username"));
		set("password", environment.getProperty("spring.datasource.password"));
		set("connectTimeout", "3");
		set("tcpKeepAlive", "true");
	}

	private void set(String name, @Nullable String value) {
		if (value != null) {
			this.login.setProperty(name, value);
		}
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		if (!this.url.startsWith("jdbc:postgresql:") && !this.url.startsWith("jdbc:sqlite:")) {
			throw new StoreUnusable("Hubbub stores in SQLite or in PostgreSQL: begin spring.datasource.url with"
					+ " jdbc:sqlite: or jdbc:postgresql:.");
		}
		if (!this.url.startsWith("jdbc:postgresql:")) {
			if (this.cluster) {
				throw new StoreUnusable("Several nodes cannot share a file of SQLite: set spring.datasource.url to a"
						+ " database of PostgreSQL, or remove hubbub.cluster.enabled.");
			}
			return;
		}
		try {
			this.lock = DatabaseLock.begin(this.url, this.login, this.cluster, PostgreSqlStart::check);
		}
		catch (SQLException ex) {
			throw new FatalBeanException("The database cannot be used", ex);
		}
	}

	/** Ends the claim on the database, which another server may then use. */
	@Override
	public void destroy() {
		if (this.lock != null) {
			this.lock.close();
		}
	}

	@Override
	public boolean isFirst() {
		return this.lock == null || this.lock.isFirst();
	}

	@Override
	public void settle() {
		try {
			if (this.lock != null) {
				this.lock.settle();
			}
		}
		catch (SQLException ex) {
			throw new FatalBeanException("The database cannot be used", ex);
		}
	}

	/** Refuses a server that is too old, and tables that must not be used. */
	static void check(Connection connection) throws SQLException {
		checkServer(connection);
		try (Statement statement = connection.createStatement()) {
			if (number(statement, "select count(*) from pg_tables where schemaname = current_schema()"
					+ " and tablename = 'needed_version'") > 0) {
				refuse(number(statement, "select number from needed_version"));
			}
		}
	}

	/** Refuses a server that is too old. */
	static void checkServer(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			int version = number(statement, "select current_setting('server_version_num')::integer") / VERSION_UNIT;
			if (version < OLDEST) {
				throw new StoreUnusable("Hubbub needs PostgreSQL " + OLDEST + " or newer, but the database is "
						+ "PostgreSQL " + version + ": upgrade it.");
			}
		}
	}

	private static void refuse(int needed) {
		if (needed == SoleUse.UNFINISHED) {
			throw new StoreUnusable("A move into the database has not been completed: repeat it, or set"
					+ " spring.datasource.url to another database.");
		}
		StoreCheck.refuseIfTooNew(needed, known());
	}

	private static int known() {
		try {
			return StoreCheck.known();
		}
		catch (IOException ex) {
			throw new FatalBeanException("The migrations cannot be read", ex);
		}
	}

	private static int number(Statement statement, String sql) throws SQLException {
		try (ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getInt(1);
		}
	}

}
