package chat.hubbub.store.move;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import chat.hubbub.HubbubApplication;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FormerDatabase;
import chat.hubbub.fixture.PostgreSql;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** A database moves from SQLite to PostgreSQL and back. */
@ExtendWith(OutputCaptureExtension.class)
class MoveIntegrationTests {

	@TempDir
	private Path folder;

	private static final List<String> COUNTERS = List.of("last_id", "message_id");

	private String said = "";

	@Test
	void movesEveryTableThereAndBack() throws SQLException {
		FullDatabase.make(this.folder);
		Map<String, List<String>> before = FullDatabase.dump(file());
		assertThat(move(sqlite(), postgreSql())).as(() -> this.said).isZero();
		String there = this.said;
		assertThat(there).contains("both are equal");
		before.forEach((table, rows) -> assertThat(there).containsPattern("(?m)^" + table + " +" + rows.size() + " "));
		assertThat(before.values()).allSatisfy((rows) -> assertThat(rows).isNotEmpty());
		assertThat(move(postgreSql(), "jdbc:sqlite:" + back())).as(() -> this.said).isZero();
		Map<String, List<String>> after = FullDatabase.dump(back());
		// The counters go on after the greatest ids.
		COUNTERS.forEach((table) -> after.put(table, before.get(table)));
		assertThat(after).isEqualTo(before);
		assertThat(hashes(this.said)).isEqualTo(hashes(there));
		assertThat(FullDatabase.dump(file())).isEqualTo(before);
	}

	/** A table or a column of a new migration that one database lacks would be lost. */
	@Test
	void knowsAllTablesOfBothDatabases() throws SQLException {
		Database.inAFile(this.folder).close();
		new Migrations(PostgreSql.url(this.folder), login()).apply();
		try (Connection file = DriverManager.getConnection(sqlite());
				Connection server = DriverManager.getConnection(PostgreSql.url(this.folder), login().properties())) {
			Schema ours = Schema.of(file);
			assertThat(ours.names()).isEqualTo(Schema.of(server).names());
			assertThat(Schema.of(server).common(ours)).extracting(Table::name)
				.containsExactlyInAnyOrderElementsOf(ours.names());
		}
	}

	@Test
	void aServerGoesOnThereAndBack() {
		FormerDatabase.in(this.folder);
		String epoch;
		List<JsonNode> history;
		try (ConfigurableApplicationContext server = start(this.folder)) {
			history = post(server, "1");
			epoch = epoch(server);
		}
		assertThat(move(sqlite(), postgreSql())).as(() -> this.said).isZero();
		try (ConfigurableApplicationContext server = start(this.folder.resolve("new"), settings())) {
			assertThat(history(server)).isEqualTo(history);
			assertThat(api(server).signIn("hedy", "correct horse").status()).isEqualTo(200);
			resume(server, history.size(), epoch);
			history = post(server, "2");
		}
		assertThat(move(postgreSql(), "jdbc:sqlite:" + back())).as(() -> this.said).isZero();
		try (ConfigurableApplicationContext server = start(back().getParent())) {
			assertThat(history(server)).isEqualTo(history);
			post(server, "3");
		}
	}

	/** A number is never given again, even if its row is gone. */
	@Test
	void goesOnAfterTheLastNumbers() throws SQLException {
		try (Database database = Database.inAFile(this.folder)) {
			database.template().update("update last_id set last = 70 where name = 'account'");
			database.template().update("update message_id set last = 900");
		}
		new Migrations(postgreSql(), login()).apply();
		try (Connection file = DriverManager.getConnection(sqlite());
				Connection server = DriverManager.getConnection(postgreSql(), login().properties())) {
			JdbcTemplate there = new JdbcTemplate(new SingleConnectionDataSource(server, true));
			there.execute("create sequence if not exists account_ids");
			there.execute("create sequence if not exists message_ids");
			there.update("update last_id set last = 70 where name = 'account'");
			there.update("update message_id set last = 900");
			LastNumbers.toSequences(server);
			assertThat(there.queryForObject("select nextval('account_ids')", Long.class)).isEqualTo(71);
			assertThat(there.queryForObject("select nextval('message_ids')", Long.class)).isEqualTo(901);
			assertThat(there.queryForObject("select nextval('message_ids')", Long.class)).isEqualTo(902);
			LastNumbers.toCounters(server, file);
		}
		JdbcTemplate back = new JdbcTemplate(new DriverManagerDataSource(sqlite()));
		assertThat(back.queryForObject("select last from last_id where name = 'account'", Long.class)).isEqualTo(71);
		assertThat(back.queryForObject("select last from message_id", Long.class)).isEqualTo(902);
	}

	@Test
	void replacesWhatPostgreSqlCannotStore() {
		try (Database database = Database.inAFile(this.folder)) {
			database.addTopic("tea");
			database.template().update("update topic set title = ? where name = 'tea'", "a\0b");
		}
		assertThat(move(sqlite(), postgreSql())).as(() -> this.said).isZero();
		assertThat(this.said).contains("topic: U+0000 became U+FFFD in 1 texts");
		assertThat(query("select title from topic")).containsExactly("a\uFFFDb");
	}

	/** The database is empty afterwards, and another attempt works. */
	@Test
	void leavesNothingIfItFailsInTheMiddle() {
		FullDatabase.make(this.folder);
		JdbcTemplate source = new JdbcTemplate(new DriverManagerDataSource(sqlite()));
		source.update("update message set sender = ? where id = 1000002", "x".repeat(70));
		Map<String, List<String>> before = FullDatabase.dump(file());
		refuses("refuses a row of the table message: ERROR: value too long for type character varying(64)", sqlite(),
				postgreSql());
		assertThat(query("select tablename from pg_tables where schemaname = 'public'")).isEmpty();
		assertThat(FullDatabase.dump(file())).isEqualTo(before);
		source.update("update message set sender = 'ada', deleted = 'maybe' where id = 1000002");
		refuses("The table message has a value in its column deleted that is not of the column's type", sqlite(),
				postgreSql());
		source.update("update message set deleted = 1 where id = 1000002");
		assertThat(move(sqlite(), postgreSql())).as(() -> this.said).isZero();
		JdbcTemplate server = new JdbcTemplate(
				new DriverManagerDataSource(PostgreSql.url(this.folder), "postgres", "postgres"));
		server.execute("alter table topic alter column title type text");
		server.execute("alter table topic alter column title drop not null");
		server.update("update topic set title = null");
		refuses("The database " + back() + " refuses a row of the table topic: ", postgreSql(),
				"jdbc:sqlite:" + back());
		assertThat(back().getParent()).isDirectoryNotContaining("glob:**hubbub.db*");
	}

	/** The process is killed meanwhile. */
	@Test
	void keepsServersFromATargetThatIsNotComplete(CapturedOutput output) throws Exception {
		FullDatabase.make(this.folder);
		try (Side target = new PostgreSqlSide(PostgreSql.url(this.folder), login())) {
			target.openTarget();
		}
		assertThatException().isThrownBy(() -> start(this.folder.resolve("new"), settings()).close());
		assertThat(output.getAll().split("Description:", -1)[1])
			.contains("A move into the database has not been completed: repeat it");
		try (Side source = new PostgreSqlSide(PostgreSql.url(this.folder), login())) {
			assertThatException().isThrownBy(source::openSource).withMessageContaining("has not been completed");
		}
		assertThat(move(sqlite(), postgreSql())).as(() -> this.said).isZero();
		try (Side target = new SqliteSide("jdbc:sqlite:" + back())) {
			target.openTarget();
		}
		assertThat(back()).doesNotExist();
		assertThat(move(postgreSql(), "jdbc:sqlite:" + back())).as(() -> this.said).isZero();
	}

	@Test
	void needsAnEmptyTarget() throws IOException {
		FullDatabase.make(this.folder);
		Path other = Files.createDirectory(this.folder.resolve("other"));
		FullDatabase.make(other);
		assertThat(move(sqlite(), postgreSql())).as(() -> this.said).isZero();
		List<String> before = query("select id from account order by id");
		refuses(" is not empty: create another one, or correct --to.", sqlite(), postgreSql());
		assertThat(query("select id from account order by id")).isEqualTo(before).isNotEmpty();
		refuses(" exists already: move the file away, or correct --to.", postgreSql(),
				"jdbc:sqlite:" + other.resolve("hubbub.db"));
		assertThat(FullDatabase.dump(other.resolve("hubbub.db"))).isEqualTo(FullDatabase.dump(file()));
	}

	@Test
	void needsASourceThatNoServerUses() throws SQLException {
		try (ConfigurableApplicationContext server = start(this.folder)) {
			assertThat(server.isRunning()).isTrue();
			refuses("Another Hubbub is using the data folder", sqlite(), postgreSql());
		}
		try (Connection writer = DriverManager.getConnection(sqlite() + "?transaction_mode=IMMEDIATE")) {
			writer.setAutoCommit(false);
			writer.createStatement().executeUpdate("update topic set title = 'Tea'");
			refuses("is locked by another program: stop that program or wait for it.", sqlite(), postgreSql());
		}
		assertThat(move(sqlite(), postgreSql())).as(() -> this.said).isZero();
		try (ConfigurableApplicationContext server = start(this.folder.resolve("new"), settings())) {
			assertThat(server.isRunning()).isTrue();
			refuses("Another Hubbub is using the database postgresql://", postgreSql(), "jdbc:sqlite:" + back());
		}
	}

	@Test
	void needsASourceOfItsOwnVersion() throws IOException {
		refuses(" does not exist: correct --from.", sqlite(), postgreSql());
		assertThat(file()).doesNotExist();
		FormerDatabase.in(this.folder);
		refuses("hubbub.db is of an older Hubbub: start this one on it once.", sqlite(), postgreSql());
		Files.delete(file());
		try (Database database = Database.inAFile(this.folder)) {
			database.template()
				.execute("insert into flyway_schema_history select 999, '999', description, type, script,"
						+ " 1, installed_by, installed_on, execution_time, success from flyway_schema_history"
						+ " where version = '1'");
		}
		refuses("hubbub.db is of a newer Hubbub: move it with that one.", sqlite(), postgreSql());
		Files.delete(file());
		new JdbcTemplate(new DriverManagerDataSource(sqlite())).execute("create table letter (text text)");
		refuses("hubbub.db is not one of Hubbub: correct --from.", sqlite(), postgreSql());
		Files.writeString(file(), "This is a letter to somebody, and not a database. ".repeat(100));
		refuses("hubbub.db is not a database: restore a backup", sqlite(), postgreSql());
		assertThat(query("select tablename from pg_tables where schemaname = 'public'")).isEmpty();
	}

	@Test
	void needsADatabaseThatItCanReach() {
		Database.inAFile(this.folder).close();
		refuses("The database postgresql://localhost:1/hubbub cannot be reached: start PostgreSQL", sqlite(),
				"jdbc:postgresql://localhost:1/hubbub");
		refuses("/nowhere does not exist: create it", sqlite(), postgreSql().replaceFirst("[^/]*$", "nowhere"));
	}

	private void refuses(String sentence, String from, String to) {
		assertThat(move(from, to)).isEqualTo(1);
		assertThat(this.said).contains(sentence).hasLineCount(1).doesNotContain("Exception");
	}

	private int move(String from, String to) {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		PrintStream printed = new PrintStream(output, true, StandardCharsets.UTF_8);
		int status = Move.run(new String[] { "--from=" + from, "--to=" + to },
				Map.of("SPRING_DATASOURCE_USERNAME", "postgres", "SPRING_DATASOURCE_PASSWORD", "postgres"), printed,
				printed);
		this.said = output.toString(StandardCharsets.UTF_8);
		return status;
	}

	private static List<String> hashes(String said) {
		return said.lines().filter((line) -> line.matches(".* [0-9a-f]{64}")).sorted().toList();
	}

	private Path file() {
		return this.folder.resolve("hubbub.db");
	}

	private Path back() {
		return this.folder.resolve("back/hubbub.db");
	}

	private String sqlite() {
		return "jdbc:sqlite:" + file();
	}

	private String postgreSql() {
		return PostgreSql.url(this.folder);
	}

	private static Login login() {
		return new Login("postgres", "postgres");
	}

	private String[] settings() {
		return PostgreSql.settings(this.folder);
	}

	private List<String> query(String sql) {
		Properties login = login().properties();
		return new JdbcTemplate(new DriverManagerDataSource(postgreSql(), login)).queryForList(sql, String.class);
	}

	private static ConfigurableApplicationContext start(Path data, String... settings) {
		Stream<String> own = Stream.of("--server.port=0", "--hubbub.stomp.port=0", "--hubbub.data=" + data);
		return SpringApplication.run(HubbubApplication.class,
				Stream.concat(own, Stream.of(settings)).toArray(String[]::new));
	}

	private static int port(ConfigurableApplicationContext server) {
		return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	private static Api api(ConfigurableApplicationContext server) {
		return new Api(port(server));
	}

	private static List<JsonNode> history(ConfigurableApplicationContext server) {
		return api(server).history("lobby");
	}

	/** Creates an account unless it exists, and posts as a guest. */
	private static List<JsonNode> post(ConfigurableApplicationContext server, String text) {
		api(server).signUp("hedy", "correct horse");
		try (StompClient grace = StompClient.connect(port(server), "login:guest-of-" + text)) {
			assertThat(grace.request("SEND", "{\"text\":\"" + text + "\"}", "destination:/app/chat").command())
				.isEqualTo("RECEIPT");
		}
		return history(server);
	}

	private static String epoch(ConfigurableApplicationContext server) {
		try (StompClient client = StompClient.connect(port(server))) {
			return client.connected().header("epoch");
		}
	}

	/** A client of the former database resumes where it was. */
	private static void resume(ConfigurableApplicationContext server, int since, String epoch) {
		try (StompClient client = StompClient.connect(port(server))) {
			client.subscribe("/topic/chat", "since:" + since, "epoch:" + epoch);
			client.post("/app/chat", "{\"text\":\"next\"}");
			assertThat(client.takeMessage("/topic/chat").path("seq").asInt()).isEqualTo(since + 1);
		}
	}

}
