package chat.hubbub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import chat.hubbub.HubbubApplication;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.PostgreSql;
import chat.hubbub.fixture.RawClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** A server that stores in PostgreSQL. */
@ExtendWith(OutputCaptureExtension.class)
class PostgreSqlIntegrationTests {

	private static final Path DATA = folder();

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(DATA, PostgreSql.settings(DATA));

	@TempDir
	private Path folder;

	private final RawClient ada = server.connect(Carrier.TCP, "ada").subscribe("/user/queue/errors");

	private final String topic = server.newTopic();

	@Test
	void goesOnAfterARestart() {
		this.ada.post(this.topic, "one").post(this.topic, "two");
		server.restart();
		RawClient grace = server.connect(Carrier.WEB_SOCKET_TEXT, "grace")
			.subscribe("/topic/chat." + this.topic, "since:1");
		assertThat(grace.post(this.topic, "three").takeSeqs(2)).containsExactly(2L, 3L);
		assertThat(texts()).containsExactly("one", "two", "three");
	}

	@Test
	void refusesATextThatPostgreSqlCannotStoreAndKeepsTheOthers() {
		this.ada.send("SEND", "{\"text\":\"one\"}", "destination:/app/chat." + this.topic);
		assertThat(this.ada.request("SEND", "{\"text\":\"a\\u0000\"}", "destination:/app/chat." + this.topic).code())
			.isEqualTo("text.ill-formed");
		this.ada.post(this.topic, "two");
		assertThat(server.api().post("/api/topics", "{\"name\":\"nul\",\"title\":\"a\\u0000b\"}").code())
			.isEqualTo("topic.ill-formed");
		assertThat(texts()).containsExactly("one", "two");
	}

	/** Its connections end, and it gets no new ones until the database is back. */
	@Test
	void refusesToStoreWhileTheDatabaseIsAwayAndHeals() throws SQLException {
		this.ada.post(this.topic, "before");
		PostgreSql.refuseConnections(DATA);
		try {
			assertThat(this.ada.request("SEND", "{\"text\":\"lost\"}", "destination:/app/chat." + this.topic).code())
				.isEqualTo("store.unavailable");
		}
		finally {
			PostgreSql.acceptConnections(DATA);
		}
		Awaitility.await()
			.until(() -> this.ada.request("SEND", "{\"text\":\"after\"}", "destination:/app/chat." + this.topic)
				.command()
				.equals("RECEIPT"));
		// The writer is back before the pool of the readers.
		Awaitility.await()
			.untilAsserted(() -> assertThat(texts()).startsWith("before", "after").doesNotContain("lost"));
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> isRefused(PostgreSql.settings(DATA)));
	}

	/**
	 * A process that is frozen in a transaction holds a lock, for which a sender waits.
	 */
	@Test
	void aTransactionThatStandsStillEndsAndOthersGoOn() {
		this.ada.post(this.topic, "before");
		JdbcTemplate jdbc = server.bean(JdbcTemplate.class);
		TransactionOperations transaction = new TransactionTemplate(server.bean(PlatformTransactionManager.class));
		String title = "update topic set title = ? where name = ?";
		Throwable fault = catchThrowable(() -> transaction.executeWithoutResult((status) -> {
			jdbc.update(title, "held", this.topic);
			this.ada.post(this.topic, "after");
			jdbc.update(title, "too late", this.topic);
		}));
		assertThat(StoreFaults.isOfTheStore(fault)).isTrue();
		assertThat(texts()).containsExactly("before", "after");
		assertThat(titles(jdbc)).doesNotContain("held", "too late");
		transaction.executeWithoutResult((status) -> jdbc.update(title, "in time", this.topic));
		assertThat(titles(jdbc)).contains("in time");
	}

	private static List<String> titles(JdbcTemplate jdbc) {
		return jdbc.queryForList("select title from topic", String.class);
	}

	/** Also behind a pooler that drops the parameters with which a connection begins. */
	@Test
	void setsUpEachConnectionByStatements() {
		JdbcTemplate jdbc = server.bean(JdbcTemplate.class);
		for (String setting : List.of("enable_seqscan", "jit")) {
			assertThat(jdbc.queryForObject("show " + setting, String.class)).isEqualTo("off");
			assertThat(jdbc.queryForObject("select source from pg_settings where name = ?", String.class, setting))
				.isEqualTo("session");
		}
	}

	@Test
	void needsADatabaseThatNoOtherServerUses(CapturedOutput output) {
		refuses(output, "Another Hubbub is using the database postgresql://localhost:", PostgreSql.settings(DATA));
	}

	@Test
	void aNodeNeedsADatabaseThatNoSingleServerUses(CapturedOutput output) {
		refuses(output, "A Hubbub outside of the cluster is using the database postgresql://localhost:",
				Stream.of(PostgreSql.settings(DATA), new String[] { "--hubbub.cluster.enabled=true" })
					.flatMap(Stream::of)
					.toArray(String[]::new));
	}

	@Test
	void aNodeNeedsPostgreSql(CapturedOutput output) {
		refuses(output, "Several nodes cannot share a file of SQLite: set spring.datasource.url",
				"--hubbub.cluster.enabled=true");
	}

	@Test
	void needsADatabase(CapturedOutput output) {
		refuses(output, "/nowhere does not exist: create it, or correct spring.datasource.url.",
				"--spring.datasource.url=" + PostgreSql.url(DATA).replaceFirst("[^/]*$", "nowhere?password=secret"),
				"--spring.datasource.username=postgres");
		assertThat(output).doesNotContain("secret");
	}

	@Test
	void needsAServer(CapturedOutput output) {
		refuses(output, "The database postgresql://localhost:1/hubbub cannot be reached: start PostgreSQL, or correct"
				+ " spring.datasource.url.", "--spring.datasource.url=jdbc:postgresql://localhost:1/hubbub");
	}

	@Test
	void needsAnAddressOfOneOfItsDatabases(CapturedOutput output) {
		refuses(output, "Hubbub stores in SQLite or in PostgreSQL: begin spring.datasource.url with jdbc:sqlite: or",
				"--spring.datasource.url=postgresql://localhost/hubbub");
	}

	@Test
	void needsAUser(CapturedOutput output) {
		refuses(output, "refuses the user: correct spring.datasource.username.",
				"--spring.datasource.url=" + PostgreSql.url(DATA), "--spring.datasource.username=nobody");
	}

	@Test
	void needsTablesThatItIsNewEnoughFor(CapturedOutput output) throws SQLException {
		try (Connection connection = DriverManager.getConnection(PostgreSql.url(this.folder), "postgres", "");
				Statement statement = connection.createStatement()) {
			statement.execute("create table needed_version (number integer not null)");
			statement.execute("insert into needed_version values (999)");
		}
		refuses(output, "needs one that supports version 999 of its tables", PostgreSql.settings(this.folder));
	}

	private void refuses(CapturedOutput output, String sentence, String... settings) {
		int before = output.getAll().length();
		assertThat(isRefused(settings)).isTrue();
		String said = output.getAll().substring(before);
		assertThat(said.split("Description:", -1)[1]).contains(sentence);
		assertThat(said).doesNotContain("\tat ").doesNotContain("Exception");
	}

	private boolean isRefused(String... settings) {
		Stream<String> own = Stream.of("--server.port=0", "--hubbub.stomp.port=0", "--hubbub.data=" + this.folder);
		try {
			SpringApplication
				.run(HubbubApplication.class, Stream.concat(own, Stream.of(settings)).toArray(String[]::new))
				.close();
			return false;
		}
		catch (RuntimeException ex) {
			return true;
		}
	}

	private List<String> texts() {
		return server.api().history(this.topic).stream().map((event) -> event.path("text").asString()).toList();
	}

	private static Path folder() {
		try {
			return Files.createTempDirectory("hubbub");
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
