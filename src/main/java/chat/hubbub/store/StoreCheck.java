package chat.hubbub.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Checks that this program can use an existing database of SQLite: that it is readable
 * and writable, and not too new. SQLite's {@code user_version} holds the number of the
 * migration that a program must have to use the database. It is 0 until a migration
 * removes something and sets it.
 */
final class StoreCheck {

	private static final String MIGRATIONS = "classpath:db/migration/*/V*__*.sql";

	private static final Pattern NUMBER = Pattern.compile("V([0-9]+)__.*");

	private StoreCheck() {
	}

	/**
	 * Checks a database without changing it.
	 * @param url its JDBC address
	 * @throws SQLException if it cannot be read or written
	 * @throws StoreUnusable if it is too new
	 */
	static void check(String url) throws SQLException, IOException {
		try (Connection connection = DriverManager.getConnection(url);
				Statement statement = connection.createStatement()) {
			statement.execute("begin immediate");
			int needed = number(statement, "pragma user_version");
			statement.execute("pragma user_version = " + needed);
			number(statement, "select count(*) from sqlite_schema");
			statement.execute("rollback");
			refuseIfTooNew(needed, known());
		}
	}

	/**
	 * Refuses a database that needs a newer program.
	 * @param needed the number of the migration that a program must have
	 */
	static void refuseIfTooNew(int needed, int known) {
		if (known < needed) {
			throw new StoreUnusable("The database was written by a newer Hubbub and needs one that supports version "
					+ needed + " of its tables, but this one supports version " + known + ": install the newer one.");
		}
	}

	/** The number of the newest migration that this program has. */
	static int known() throws IOException {
		return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(MIGRATIONS))
			.map(Resource::getFilename)
			.map((name) -> NUMBER.matcher(String.valueOf(name)))
			.filter(Matcher::matches)
			.mapToInt((name) -> Integer.parseInt(name.group(1)))
			.max()
			.orElse(0);
	}

	private static int number(Statement statement, String sql) throws SQLException {
		try (ResultSet rows = statement.executeQuery(sql)) {
			return rows.getInt(1);
		}
	}

}
