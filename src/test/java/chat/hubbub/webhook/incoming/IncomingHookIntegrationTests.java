package chat.hubbub.webhook.incoming;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.Role;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Programs that post with a webhook of a topic. */
class IncomingHookIntegrationTests {

	private static final String PASSWORD = "correct horse";

	private static final String HELLO = "{\"text\":\"hello\"}";

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	private static Api ada;

	private static int topics;

	private final String topic = newTopic(ada, "open");

	private final Api program = server.api();

	@BeforeAll
	static void signUp() {
		ada = server.api();
		ada.signUp("ada", PASSWORD);
		server.api().signUp("grace", PASSWORD);
	}

	@Test
	void postAsSlackDoes() {
		String hook = "/hooks/" + create(ada, this.topic, "builds");
		StompClient reader = server.connect("reader").subscribe("/topic/chat." + this.topic);
		Answer answer = this.program.post(hook, "{\"text\":\"one\",\"attachments\":[{\"fallback\":\"failed\"}]}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("ok");
		assertThat(answer.type()).startsWith("text/plain");
		assertThat(reader.takeMessage("/topic/chat." + this.topic).path("sender").asString()).isEqualTo("builds [bot]");
		String payload = URLEncoder.encode("{\"text\":\"two ünd\"}", StandardCharsets.UTF_8);
		assertThat(this.program.postAs("application/x-www-form-urlencoded", hook, "payload=" + payload).status())
			.isEqualTo(200);
		assertThat(this.program.postAs("text/plain", hook, "three <ünd>").status()).isEqualTo(200);
		assertThat(texts()).containsExactly("one\nfailed", "two ünd", "three <ünd>");
	}

	@Test
	void storeARepeatedRequestOnce() {
		String hook = "/hooks/" + create(ada, this.topic, "builds");
		String other = "/hooks/" + create(ada, this.topic, "builds");
		for (String address : List.of(hook, hook, other)) {
			assertThat(this.program.post(address, HELLO, "Idempotency-Key", "7").status()).isEqualTo(200);
		}
		assertThat(texts()).hasSize(2);
		assertThat(this.program.post(hook, "{\"text\":\"other\"}", "Idempotency-Key", "7").code())
			.isEqualTo("id.taken");
		assertThat(this.program.post(hook, HELLO, "Idempotency-Key", "x".repeat(65)).code()).isEqualTo("id.ill-formed");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '~',
			value = { "application/json, ~{\"text\":~, 400, body.malformed",
					"application/json, ~~, 400, request.malformed", "application/json, [], 400, body.malformed",
					"application/json, ~{\"text\":7}~, 400, body.malformed", "application/json, {}, 400, text.empty",
					"application/json, ~{\"text\":\" \"}~, 400, text.empty",
					"application/json, ~{\"text\":\"\\u0000\"}~, 400, text.ill-formed",
					"application/x-www-form-urlencoded, text=hello, 400, body.malformed",
					"application/x-www-form-urlencoded, payload=hello, 400, body.malformed",
					"text/plain, ~~, 400, request.malformed", "text/plain, ~ ~, 400, text.empty",
					"application/xml, <text/>, 415, request.content-type",
					"multipart/form-data; boundary=x, --x--, 415, request.content-type" })
	void refuseWhatIsNoMessage(String type, String body, int status, String code) {
		Answer answer = this.program.postAs(type, "/hooks/" + create(ada, this.topic, "builds"), body);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.code()).isEqualTo(code);
		assertThat(texts()).isEmpty();
	}

	@Test
	void refuseATextThatIsTooLong() {
		String hook = "/hooks/" + create(ada, this.topic, "builds");
		assertThat(this.program.postAs("text/plain", hook, "x".repeat(20_001)).code()).isEqualTo("text.too-long");
		assertThat(this.program.postAs("text/plain", hook, "x".repeat(2_000_000)).status()).isEqualTo(413);
		assertThat(this.program.get(hook).status()).isEqualTo(405);
	}

	@Test
	void refuseUnknownAndRevokedTokens() {
		String token = create(ada, this.topic, "builds");
		JsonNode hook = ada.get(hooks()).list().get(0);
		assertThat(hook.toString()).doesNotContain(token).contains("\"name\":\"builds [bot]\"", "\"by\":\"ada\"");
		assertThat(post(token + "x").code()).isEqualTo("hook.unknown");
		assertThat(post("x".repeat(5_000)).code()).isEqualTo("hook.unknown");
		assertThat(this.program.post("/hooks/" + token + "x", "{\"text\":").code()).isEqualTo("hook.unknown");
		assertThat(ada.delete(hooks("other-topic") + "/" + hook.path("id").asLong()).code()).isEqualTo("topic.unknown");
		assertThat(ada.delete(hooks() + "/" + hook.path("id").asLong()).status()).isEqualTo(204);
		assertThat(post(token).status()).isEqualTo(404);
		assertThat(post(token).code()).isEqualTo("hook.unknown");
		assertThat(ada.delete(hooks() + "/" + hook.path("id").asLong()).code()).isEqualTo("hook.unknown");
	}

	@Test
	void areOfModeratorsOnly() {
		Api grace = server.api();
		grace.signIn("grace", PASSWORD);
		String hidden = newTopic(ada, "private");
		create(ada, hidden, "builds");
		for (Api other : List.of(grace, server.api())) {
			assertThat(other.post(hooks(), name("builds")).code()).isEqualTo("right.missing");
			assertThat(other.get(hooks()).code()).isEqualTo("right.missing");
			assertThat(other.delete(hooks() + "/1").code()).isEqualTo("right.missing");
			assertThat(other.get(hooks(hidden)).code()).isEqualTo("topic.unknown");
			assertThat(other.post(hooks(hidden), name("builds")).code()).isEqualTo("topic.unknown");
		}
		String token = "Bearer " + ada.token("program");
		assertThat(server.api().post(hooks(), name("builds"), "Authorization", token).code())
			.isEqualTo("right.missing");
		assertThat(server.api().get(hooks(), "Authorization", token).status()).isEqualTo(200);
	}

	/** Its right is that of the account that created it. */
	@Test
	void postAsLongAsTheirOwnerMay() {
		String hidden = newTopic(ada, "private");
		invite(hidden, true);
		Api grace = server.api();
		grace.signIn("grace", PASSWORD);
		String token = create(grace, hidden, "builds");
		assertThat(post(token).status()).isEqualTo(200);
		invite(hidden, false);
		assertThat(post(token).status()).isEqualTo(200);
		ada.post("/api/topics/" + hidden + "/mutes", "{\"username\":\"grace\",\"minutes\":5}");
		assertThat(post(token).code()).isEqualTo("muted");
		ada.delete("/api/topics/" + hidden + "/members/grace");
		assertThat(post(token).code()).isEqualTo("topic.unknown");
		assertThat(ada.history(hidden)).hasSize(2);
	}

	@Test
	void endWithTheAccountOfTheirOwner() {
		Api alan = server.api();
		alan.signUp("alan", PASSWORD);
		String own = newTopic(alan, "open");
		String token = create(alan, own, "builds");
		assertThat(post(token).status()).isEqualTo(200);
		alan.post("/api/account/deletion", "{\"password\":\"" + PASSWORD + "\"}");
		assertThat(post(token).code()).isEqualTo("hook.unknown");
		await().until(() -> count("where topic = '" + own + "'") == 0);
	}

	@Test
	void haveNamesThatPeopleCannotHave() {
		for (String name : List.of("", " ", "a/b", "ada [bot]", "x".repeat(27))) {
			assertThat(ada.post(hooks(), name(name)).code()).as(name).isEqualTo("name.ill-formed");
		}
		assertThat(ada.post(hooks(), "{}").code()).isEqualTo("name.ill-formed");
		assertThat(ada.post(hooks(), "{").code()).isEqualTo("request.malformed");
		assertThat(server.api().signUp("builds [bot]", PASSWORD).code()).isEqualTo("name.ill-formed");
		assertThat(server.api().enter("builds [bot]").code()).isEqualTo("name.ill-formed");
		StompClient guest = server.open();
		guest.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:builds [bot]");
		assertThat(guest.take("ERROR").code()).isEqualTo("name.ill-formed");
	}

	@Test
	void areLimitedInNumberAndStoredAsHashes() {
		String token = create(ada, this.topic, "builds");
		for (int i = 1; i < IncomingHooks.MAX_OF_TOPIC; i++) {
			create(ada, this.topic, "builds");
		}
		assertThat(ada.post(hooks(), name("builds")).code()).isEqualTo("hook.limit");
		assertThat(token).matches("hook_[A-Za-z0-9_-]{43}");
		assertThat(count("where secret = '" + token + "'")).isZero();
		ada.get(hooks()).list().forEach((hook) -> ada.delete(hooks() + "/" + hook.path("id").asLong()));
		assertThat(count("where topic = '" + this.topic + "'")).isZero();
	}

	@Test
	void areInTheAuditLog() {
		create(ada, this.topic, "builds");
		ada.delete(hooks() + "/" + ada.get(hooks()).list().get(0).path("id").asLong());
		People.signUp(server.bean(Accounts.class), "root", Role.ADMIN);
		Api root = server.api();
		root.signIn("root", People.passwordOf("root"));
		assertThat(root.get("/api/audit").list()).filteredOn((act) -> act.path("topic").asString("").equals(this.topic))
			.extracting((act) -> act.path("act").asString() + " " + act.path("subject").asString("") + " "
					+ act.path("actor").asString())
			.startsWith("hook.revoked builds [bot] ada", "hook.created builds [bot] ada");
	}

	private Answer post(String token) {
		return this.program.post("/hooks/" + token, HELLO);
	}

	private List<String> texts() {
		return ada.history(this.topic).stream().map((message) -> message.path("text").asString()).toList();
	}

	private String hooks() {
		return hooks(this.topic);
	}

	private static String hooks(String topic) {
		return "/api/topics/" + topic + "/incoming-hooks";
	}

	private static String create(Api moderator, String topic, String name) {
		Answer answer = moderator.post(hooks(topic), name(name));
		assertThat(answer.status()).isEqualTo(201);
		return answer.json().path("token").asString();
	}

	private static String name(String name) {
		return "{\"name\":\"" + name + "\"}";
	}

	private static void invite(String topic, boolean moderator) {
		assertThat(ada.put("/api/topics/" + topic + "/members/grace", "{\"moderator\":" + moderator + "}").status())
			.isEqualTo(200);
	}

	private static synchronized String newTopic(Api owner, String access) {
		String name = "hooked-" + ++topics;
		assertThat(owner.post("/api/topics", "{\"name\":\"" + name + "\",\"access\":\"" + access + "\"}").status())
			.isEqualTo(201);
		return name;
	}

	private static long count(String where) {
		return server.bean(JdbcClient.class)
			.sql("select count(*) from incoming_hook " + where)
			.query(Long.class)
			.single();
	}

}
