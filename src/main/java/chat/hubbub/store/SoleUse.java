package chat.hubbub.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The sole use of a database by a program other than the server. While the program has
 * it, no server starts on the database.
 */
public final class SoleUse implements AutoCloseable {

	/**
	 * The number in {@code needed_version} while a database of PostgreSQL is being
	 * filled. No version of Hubbub starts on it.
	 */
	public static final int UNFINISHED = Integer.MAX_VALUE;

	private final AutoCloseable held;

	private SoleUse(AutoCloseable held) {
		this.held = held;
	}

	/**
	 * Claims a file of SQLite with its folder.
	 * @param file the file, which need not exist; its folder is created
	 * @return the claim
	 * @throws StoreUnusable if another program has it
	 */
	public static SoleUse ofFile(Path file) {
		return new SoleUse(FolderLock.of(file.toAbsolutePath().normalize().resolveSibling("")));
	}

	/**
	 * Claims a database of PostgreSQL.
	 * @param url its JDBC address
	 * @param login the properties of a connection
	 * @param mustBeUsable whether its tables must be those of a server that this program
	 * can be
	 * @return the claim
	 * @throws SQLException if it cannot be reached
	 * @throws StoreUnusable if another program has it, or it fails a check
	 */
	public static SoleUse ofPostgreSql(String url, Properties login, boolean mustBeUsable) throws SQLException {
		return new SoleUse(DatabaseLock.begin(url, login, false,
				mustBeUsable ? PostgreSqlStart::check : PostgreSqlStart::checkServer));
	}

	/**
	 * Checks that a file of SQLite can be read and written and is not too new.
	 * @param url its JDBC address
	 * @throws SQLException if it cannot be used
	 * @throws StoreUnusable if it is too new
	 */
	public static void checkSqlite(String url) throws SQLException, IOException {
		StoreCheck.check(url);
	}

	/** Releases the claim. */
	@Override
	public void close() {
		try {
			this.held.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The claim on a database was not released", ex);
		}
	}

}
