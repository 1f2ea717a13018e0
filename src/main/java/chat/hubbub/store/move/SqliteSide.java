package chat.hubbub.store.move;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.support.JdbcUtils;

import chat.hubbub.store.SoleUse;
import chat.hubbub.store.StoreUnusable;

/** A file of SQLite. A target gets its name when it is complete. */
final class SqliteSide implements Side {

	private static final String PREFIX = "jdbc:sqlite:";

	private final Path file;

	private final Path unfinished;

	private @Nullable SoleUse claim;

	private @Nullable Connection connection;

	private boolean begun;

	SqliteSide(String url) {
		String path = url.substring(PREFIX.length()).replaceFirst("\\?.*", "").replaceFirst("^file:", "");
		this.file = Path.of(path).toAbsolutePath().normalize();
		this.unfinished = this.file.resolveSibling(this.file.getFileName() + ".unfinished");
	}

	@Override
	public String name() {
		return this.file.toString();
	}

	@Override
	public boolean isPostgreSql() {
		return false;
	}

	@Override
	public Connection openSource() throws SQLException, IOException {
		if (!Files.isRegularFile(this.file)) {
			throw new StoreUnusable("The database " + name() + " does not exist: correct --from.");
		}
		String url = PREFIX + this.file + "?busy_timeout=2000&transaction_mode=IMMEDIATE";
		this.claim = SoleUse.ofFile(this.file);
		SoleUse.checkSqlite(url);
		new Migrations(url, null).requireAll(name());
		// The transaction keeps others from writing.
		return open(url);
	}

	@Override
	public Connection openTarget() throws SQLException, IOException {
		this.claim = SoleUse.ofFile(this.file);
		if (Files.exists(this.file)) {
			throw new StoreUnusable("The database " + name() + " exists already: move the file away, or correct --to.");
		}
		this.begun = true;
		discard();
		// The file is written to the disk once, when it is complete.
		String url = PREFIX + this.unfinished + "?journal_mode=MEMORY&synchronous=OFF";
		new Migrations(url, null).apply();
		return open(url);
	}

	private Connection open(String url) throws SQLException {
		Connection opened = DriverManager.getConnection(url);
		this.connection = opened;
		opened.setAutoCommit(false);
		return opened;
	}

	@Override
	public Side complete() throws SQLException, IOException {
		if (this.connection != null) {
			this.connection.commit();
		}
		disconnect();
		try (FileChannel written = FileChannel.open(this.unfinished, StandardOpenOption.WRITE)) {
			written.force(true);
		}
		Files.move(this.unfinished, this.file, StandardCopyOption.ATOMIC_MOVE);
		return this;
	}

	@Override
	public Side discard() throws SQLException, IOException {
		disconnect();
		if (this.begun) {
			Files.deleteIfExists(this.unfinished);
		}
		return this;
	}

	private void disconnect() {
		JdbcUtils.closeConnection(this.connection);
		this.connection = null;
	}

	@Override
	public void close() {
		disconnect();
		if (this.claim != null) {
			this.claim.close();
		}
	}

}
