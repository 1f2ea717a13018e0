package chat.hubbub.web;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import chat.hubbub.account.People;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.RawHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * SQL, and the languages of templates, in every field that takes a text: it is kept as it
 * is, or refused, and never runs.
 */
class SqlIntegrationTests {

	private static final String BITE = "'; drop table event; --";

	private static final JsonMapper JSON = new JsonMapper();

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(Members.SETTINGS);

	private Map<String, Integer> before;

	private final Api olga = Members.browser(server, "olga");

	static Stream<String> texts() {
		return Stream.of(BITE, "x'); delete from account; --", "' or '1'='1", "\" or \"\"=\"", "1 or 1=1",
				"1; update account set role='ADMIN'; --", "') union select password from account --", "%' or '%'='",
				"':password", "?", ":name", "\\'; drop table topic; --", "${7*7}", "#{7*7}", "__${T(Object)}__::x",
				"${jndi:ldap://127.0.0.1/x}");
	}

	@BeforeEach
	void look() {
		this.before = rows();
	}

	@AfterEach
	void nothingIsGone() {
		Map<String, Integer> after = rows();
		assertThat(after.keySet()).isEqualTo(this.before.keySet());
		assertThat(after).allSatisfy((table, count) -> assertThat(count).as(table)
			.isGreaterThanOrEqualTo(table.startsWith("spring") ? 0 : this.before.get(table)));
		assertThat(jdbc().sql("select name from account where role = 'ADMIN'").query(String.class).list())
			.containsExactly("olga", "otto");
	}

	/** If it were not for the parameters of prepared statements. */
	@Test
	void wouldRunIfItWerePutIntoAStatement(@TempDir Path folder) throws SQLException {
		try (Database database = new Database(folder);
				Connection connection = database.source().getConnection();
				Statement statement = connection.createStatement()) {
			statement.executeUpdate("update topic set title = '" + BITE + "'");
			assertThat(Database.tables(database.template())).contains("message").doesNotContain("event");
		}
	}

	@ParameterizedTest
	@MethodSource("texts")
	void isKeptAsATextInATopic(String text) {
		String name = server.newTopic();
		ObjectNode wanted = JSON.createObjectNode().put("title", text).put("description", text);
		assertThat(this.olga.patch("/api/topics/" + name, wanted.toString()).status()).isEqualTo(200);
		JsonNode topic = this.olga.get("/api/topics/" + name).json();
		assertThat(List.of(topic.path("title").asString(), topic.path("description").asString())).containsOnly(text);
	}

	@ParameterizedTest
	@MethodSource("texts")
	void isKeptAsATextInAMessage(String text) {
		String name = server.newTopic();
		RawClient ada = Members.connect(server, Carrier.TCP, "ada").subscribe("/topic/chat." + name);
		String id = text.replace(' ', '_');
		ObjectNode draft = JSON.createObjectNode().put("text", text).put("id", id);
		String header = text.replace("\\", "\\\\").replace(":", "\\c");
		for (int time = 0; time < 2; time++) {
			ada.done("SEND", draft.toString(), "destination:/app/chat." + name, "mood:" + header);
		}
		assertThat(ada.take("MESSAGE").header("mood")).isEqualTo(text);
		List<JsonNode> history = this.olga.history(name);
		assertThat(history).hasSize(1);
		assertThat(history.get(0).path("text").asString()).isEqualTo(text);
		assertThat(jdbc().sql("select client_id from message where topic = ?").param(name).query(String.class).list())
			.containsExactly(id);
	}

	@ParameterizedTest
	@MethodSource("texts")
	void isNoNameAndNoNumber(String text) {
		String path = encode(text, UTF_8);
		assertThat(this.olga.post("/api/topics", json("name", text)).code()).isEqualTo("topic.ill-formed");
		assertThat(server.api().enter(text.replace("\\", "\\\\").replace("\"", "\\\"")).code())
			.isEqualTo("name.ill-formed");
		assertThat(server.api().get("/api/topics/" + path).status()).isIn(400, 404);
		for (String page : new String[] { "before", "after", "limit" }) {
			assertThat(this.olga.get("/api/topics/lobby/messages?" + page + "=" + path).status()).isEqualTo(400);
		}
		assertThat(this.olga.delete("/api/invites/" + path).status()).isIn(400, 404);
		assertThat(this.olga.put("/api/topics/lobby/members/" + path, "{}").status()).isIn(400, 404);
		assertThat(this.olga.delete("/api/topics/lobby/members/" + path).status()).isIn(400, 404);
	}

	@ParameterizedTest
	@MethodSource("texts")
	void isNoPartOfASubscription(String text) {
		String header = text.replace("\\", "\\\\").replace(":", "\\c");
		RawClient ada = Members.connect(server, Carrier.TCP, "ada").subscribe("/user/queue/errors");
		for (String resume : new String[] { "since", "last" }) {
			assertThat(ada.request("SUBSCRIBE", "", "id:1", "destination:/topic/chat", resume + ":" + header).code())
				.isEqualTo("frame.header");
		}
		assertThat(ada.request("SUBSCRIBE", "", "id:1", "destination:/topic/chat." + header).code())
			.isIn("topic.ill-formed", "destination.pattern", "destination.forbidden");
	}

	@ParameterizedTest
	@MethodSource("texts")
	void opensNothing(String text) {
		ObjectNode password = JSON.createObjectNode().put("name", "ada").put("password", text);
		assertThat(server.api().post("/api/session", password.toString()).code()).isEqualTo("sign-in.failed");
		ObjectNode name = JSON.createObjectNode().put("name", text).put("password", People.passwordOf("ada"));
		assertThat(server.api().post("/api/session", name.toString()).code()).isEqualTo("sign-in.failed");
		ObjectNode invite = JSON.createObjectNode()
			.put("name", "eve")
			.put("password", "correct horse")
			.put("invite", text);
		assertThat(server.api().post("/api/accounts", invite.toString()).code()).isEqualTo("invite.invalid");
		for (String id : new String[] { Base64.getEncoder().encodeToString(text.getBytes(UTF_8)),
				encode(text, UTF_8) }) {
			try (RawHttp who = RawHttp.request(server.port(), "GET", "/api/session", "Cookie: SESSION=" + id)) {
				assertThat(who.status()).isEqualTo(200);
				assertThat(who.body()).contains("\"name\":null");
			}
		}
	}

	/** A password is any text, so it may be one of these. */
	@Test
	void isAPasswordLikeAnyOther() {
		Api eve = server.api();
		assertThat(eve.signUp("eve", BITE).status()).isEqualTo(201);
		assertThat(server.api().signIn("eve", BITE).status()).isEqualTo(200);
		assertThat(server.api().signIn("eve", BITE + "x").code()).isEqualTo("sign-in.failed");
		assertThat(eve.post("/api/account/deletion", json("password", BITE)).status()).isEqualTo(204);
	}

	private static String json(String field, String text) {
		return JSON.createObjectNode().put(field, text).toString();
	}

	/**
	 * How many rows each table has. The search index merges the rows of its own tables.
	 */
	private static Map<String, Integer> rows() {
		Map<String, Integer> rows = new TreeMap<>();
		Database.tables(server.bean(JdbcTemplate.class))
			.forEach((table) -> rows.put(table,
					jdbc().sql("select count(*) from " + table).query(Integer.class).single()));
		return rows;
	}

	private static JdbcClient jdbc() {
		return server.bean(JdbcClient.class);
	}

}
