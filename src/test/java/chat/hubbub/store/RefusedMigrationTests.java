package chat.hubbub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import chat.hubbub.HubbubApplication;
import chat.hubbub.fixture.FormerDatabase;
import chat.hubbub.fixture.StoredInAFile;
import chat.hubbub.fixture.TinyDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * A former database that cannot be brought up to date: one sentence says so, and the file
 * is as it was, byte for byte.
 */
@StoredInAFile
@ExtendWith(OutputCaptureExtension.class)
class RefusedMigrationTests {

	private static final String SENTENCE = "/hubbub.db cannot be upgraded and is unchanged: ";

	@RegisterExtension
	static final TinyDisk disk = new TinyDisk();

	@TempDir
	private Path folder;

	private Path database;

	@BeforeEach
	void copyAFormerOne() {
		this.database = FormerDatabase.in(this.folder);
	}

	@Test
	void refusesOneThatIsHalfMigrated(CapturedOutput output) throws Exception {
		execute("create table message (id integer primary key, text text)");
		refuses(output, SENTENCE + "start the Hubbub that wrote it, or restore a backup.");
	}

	@Test
	void refusesOneThatLacksWhatItsVersionHas(CapturedOutput output) throws Exception {
		execute("drop table event");
		refuses(output, SENTENCE);
	}

	@Test
	void refusesOneWhoseMigrationsAreNotOurs(CapturedOutput output) throws Exception {
		execute("update flyway_schema_history set checksum = checksum + 1 where version = '1'");
		refuses(output, SENTENCE);
	}

	@Test
	void refusesOnAFullDisk(CapturedOutput output) throws Exception {
		this.folder = disk.folder().resolve("data");
		this.database = FormerDatabase.in(this.folder);
		execute("""
				insert into event (topic, seq, login, sender, text, sent_at)
				with recursive number (n) as (select 9 union all select n + 1 from number where n < 3000)
				select 'tea', n, 'ada', 'ada', printf('%.200c', 'x'), n from number""");
		disk.fillUpTo(256 * 1024);
		refuses(output, "/hubbub.db has no space left on its disk: free some space.");
		disk.makeRoom();
		start();
	}

	/** SQLite discards uncommitted changes. */
	@Test
	void startsOnOneThatWasCutOffMeanwhile() throws Exception {
		Path copy = Files.createDirectory(this.folder.resolve("copy"));
		try (Connection connection = open(); Statement statement = connection.createStatement()) {
			statement.execute("begin immediate");
			statement.execute("pragma cache_size = 1");
			statement.execute("alter table event rename to former_event");
			statement.execute("create table filler as select * from former_event former, former_event other");
			FileSystemUtils.copyRecursively(this.folder.resolve("hubbub.db"), copy.resolve("hubbub.db"));
			Files.copy(this.folder.resolve("hubbub.db-wal"), copy.resolve("hubbub.db-wal"));
			assertThat(copy.resolve("hubbub.db-wal")).isNotEmptyFile();
		}
		this.folder = copy;
		start();
	}

	private void refuses(CapturedOutput output, String sentence) throws IOException {
		byte[] before = Files.readAllBytes(this.database);
		assertThatException().isThrownBy(this::start).withStackTraceContaining("org.flywaydb");
		assertThat(output.getAll().split("Description:", -1)[1]).contains(sentence);
		assertThat(output.getAll()).doesNotContain("\tat ").doesNotContain("Exception");
		assertThat(Files.readAllBytes(this.database)).isEqualTo(before);
		Path log = this.folder.resolve("hubbub.db-wal");
		assertThat(!Files.exists(log) || Files.size(log) == 0).isTrue();
	}

	private void start() {
		ConfigurableApplicationContext server = SpringApplication.run(HubbubApplication.class, "--server.port=0",
				"--hubbub.stomp.port=0", "--hubbub.data=" + this.folder);
		assertThat(server.isRunning()).isTrue();
		server.close();
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = open(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private Connection open() throws SQLException {
		return DriverManager.getConnection("jdbc:sqlite:" + this.database + "?journal_mode=WAL");
	}

}
