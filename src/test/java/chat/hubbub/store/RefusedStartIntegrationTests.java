package chat.hubbub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Stream;

import chat.hubbub.HubbubApplication;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.StoreLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** Data on which this server must not start: it says why, in one sentence. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedStartIntegrationTests {

	private static final String BUSY = "?journal_mode=WAL&transaction_mode=IMMEDIATE&busy_timeout=50";

	@TempDir
	private Path folder;

	private Path data;

	private Path database;

	@BeforeEach
	void nameTheDatabase() {
		this.data = this.folder;
		this.database = this.folder.resolve("hubbub.db");
	}

	@Test
	void needsAFolderThatItCanWriteTo(CapturedOutput output) throws IOException {
		// Root may write to all ordinary files and folders.
		Files.createDirectory(this.folder.resolve("hubbub.lock"));
		refuses(output, "Hubbub cannot write to its data folder " + this.folder
				+ ": make it writable, or set hubbub.data to another folder.");
	}

	@Test
	void needsAFolder(CapturedOutput output) throws IOException {
		this.data = Files.createFile(this.folder.resolve("data"));
		refuses(output, "Hubbub cannot write to its data folder " + this.data);
	}

	@Test
	void needsADatabaseThatItCanWriteTo(CapturedOutput output) {
		makeDatabase();
		refuses(output, "/hubbub.db cannot be written: make it writable.",
				"--spring.datasource.url=jdbc:sqlite:" + this.database + BUSY + "&open_mode=1");
	}

	@Test
	void needsADatabase(CapturedOutput output) throws IOException {
		Files.writeString(this.database, "This is a letter to somebody, and not a database. ".repeat(100));
		refuses(output,
				"/hubbub.db is not a database: restore a backup, or move the file away to start with an empty database.");
	}

	@Test
	void needsADatabaseThatIsWhole(CapturedOutput output) throws IOException {
		makeDatabase();
		byte[] bytes = Files.readAllBytes(this.database);
		// The header stays, and all else is lost.
		Arrays.fill(bytes, 100, bytes.length, (byte) 0x55);
		Files.write(this.database, bytes);
		refuses(output, "/hubbub.db is corrupt: restore a backup.");
	}

	@Test
	@SuppressWarnings("try")
	void needsADatabaseThatNobodyHasLocked(CapturedOutput output) {
		makeDatabase();
		try (StoreLock lock = new StoreLock(this.folder)) {
			refuses(output, "/hubbub.db is locked by another program: stop that program or wait for it.",
					"--spring.datasource.url=jdbc:sqlite:" + this.database + BUSY);
		}
	}

	@Test
	void needsADatabaseThatItIsNewEnoughFor(CapturedOutput output) throws SQLException {
		makeDatabase();
		execute("pragma user_version = 999");
		refuses(output,
				"The database was written by a newer Hubbub and needs one that supports version 999 of its tables");
	}

	@Test
	void readsADatabaseOfANewerOneThatSaysSo() throws SQLException, IOException {
		makeDatabase();
		execute("pragma user_version = " + StoreCheck.known());
		execute("alter table topic add column colour varchar(8)");
		execute("""
				insert into flyway_schema_history
				select 999, '999', description, type, script, 1, installed_by, installed_on, execution_time, success
				from flyway_schema_history where version = '1'""");
		try (ConfigurableApplicationContext server = start()) {
			assertThat(server.isRunning()).isTrue();
		}
	}

	@Test
	void knowsItsOwnVersion() throws IOException {
		try (Database fresh = Database.inAFile(this.folder)) {
			assertThat(fresh.client()
				.sql("select max(cast(version as integer)) from flyway_schema_history")
				.query(Integer.class)
				.single()).isEqualTo(StoreCheck.known());
		}
	}

	@Test
	void needsAFolderOfItsOwn(CapturedOutput output) {
		try (ConfigurableApplicationContext first = start()) {
			refuses(output, "Another Hubbub is using the data folder " + this.folder
					+ ": stop it, or set hubbub.data to another folder.");
			assertThat(first.isRunning()).isTrue();
		}
		start().close();
	}

	private void refuses(CapturedOutput output, String sentence, String... settings) {
		assertThatException().isThrownBy(() -> start(settings).close());
		assertThat(output.getAll().split("Description:", -1)[1]).contains(sentence);
		assertThat(output.getAll()).doesNotContain("\tat ").doesNotContain("Exception");
	}

	private ConfigurableApplicationContext start(String... settings) {
		String[] own = { "--server.port=0", "--hubbub.data=" + this.data };
		return SpringApplication.run(HubbubApplication.class,
				Stream.of(own, settings).flatMap(Stream::of).toArray(String[]::new));
	}

	private void makeDatabase() {
		Database.inAFile(this.folder).close();
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + this.database);
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
