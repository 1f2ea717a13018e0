package chat.hubbub.signin;

import java.util.List;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.Role;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.HubbubServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Access tokens over HTTP: their creation, their list and their rights. */
class BearerIntegrationTests {

	private static final String PASSWORD = "correct horse";

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	private static int people;

	private final Api owner = server.api();

	private final Api program = server.api();

	private final String name = "owner-" + ++people;

	@BeforeEach
	void signUp() {
		this.owner.signUp(this.name, PASSWORD);
	}

	@Test
	void isShownOnce() {
		Answer made = this.owner.post("/api/tokens", "{\"name\":\" bot \",\"days\":7}");
		assertThat(made.status()).isEqualTo(201);
		assertThat(made.json().propertyNames()).containsExactlyInAnyOrder("id", "name", "createdAt", "expiresAt",
				"token");
		String token = made.json().path("token").asString();
		assertThat(token).matches("hub_[A-Za-z0-9_-]{43}");
		Answer list = this.owner.get("/api/tokens");
		JsonNode listed = list.list().get(0);
		assertThat(listed.propertyNames()).containsExactlyInAnyOrder("id", "name", "username", "createdAt",
				"expiresAt");
		assertThat(listed.path("name").asString()).isEqualTo("bot");
		assertThat(listed.path("username").asString()).isEqualTo(this.name);
		assertThat(listed.path("expiresAt")).isEqualTo(made.json().path("expiresAt"));
		assertThat(list.body()).doesNotContain(token);
	}

	@Test
	void isWhoeverMadeIt() {
		String bearer = bearer();
		assertThat(who(this.program, bearer)).isEqualTo(this.name + ", member");
		assertThat(who(this.program, bearer.replace("Bearer", "bearer"))).isEqualTo(this.name + ", member");
		assertThat(this.program.who()).isEqualTo("nobody");
	}

	@Test
	void countsMoreThanACookie() {
		String bearer = bearer();
		this.program.signUp(this.name + "x", PASSWORD);
		assertThat(who(this.program, bearer)).isEqualTo(this.name + ", member");
		assertThat(this.program.who()).isEqualTo(this.name + "x, member");
	}

	@Test
	void makesNoSession() {
		String bearer = bearer();
		String topic = "made-by-" + this.name;
		long before = sessions();
		Answer made = this.program.post("/api/topics",
				"{\"name\":\"" + topic + "\",\"access\":\"private\",\"title\":\"x\"}", "Authorization", bearer);
		assertThat(made.status()).isEqualTo(201);
		assertThat(made.headers().allValues("Set-Cookie")).isEmpty();
		JsonNode seen = this.program.get("/api/topics/" + topic, "Authorization", bearer).json();
		assertThat(seen.path("mayModerate").asBoolean()).isTrue();
		assertThat(this.program.get("/api/topics/" + topic).status()).isEqualTo(404);
		assertThat(sessions()).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "POST, /api/account/password", "POST, /api/account/deletion", "GET, /api/tokens", "POST, /api/tokens",
			"DELETE, /api/tokens/1", "GET, /api/admin/tokens", "POST, /api/session", "DELETE, /api/session",
			"POST, /api/accounts" })
	void doesNotReachTheAccount(String method, String path) {
		server.bean(Accounts.class).changeRole(People.id(server.bean(Accounts.class), this.name), Role.ADMIN);
		String[] header = { "Authorization", bearer() };
		String body = "{\"name\":\"x\",\"password\":\"" + PASSWORD + "\",\"current\":\"" + PASSWORD + "\"}";
		Answer refusal = switch (method) {
			case "GET" -> this.program.get(path, header);
			case "POST" -> this.program.post(path, body, header);
			default -> this.program.delete(path, header);
		};
		assertThat(refusal.status()).isEqualTo(403);
		assertThat(refusal.code()).isEqualTo("right.missing");
		assertThat(refusal.json().path("detail").asString()).startsWith("An access token may not do that.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer ", "Bearer nonsense", "Bearer hub_", "Bearer hub_x y",
			"Bearer hub_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" })
	void isRefusedWhereItIsNone(String header) {
		for (String path : List.of("/", "/api/topics", "/api/session", "/main.js", "/nowhere")) {
			Answer refusal = this.owner.get(path, "Authorization", header);
			assertThat(refusal.status()).isEqualTo(401);
			assertThat(refusal.code()).isEqualTo("token.invalid");
			assertThat(refusal.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
			assertThat(refusal.header("Content-Security-Policy")).isNotEmpty();
		}
	}

	@Test
	void isWorthNothingOnceTakenBack() {
		String bearer = bearer();
		long id = this.owner.get("/api/tokens").list().get(0).path("id").asLong();
		assertThat(this.owner.delete("/api/tokens/" + id).status()).isEqualTo(204);
		assertThat(this.program.get("/api/topics", "Authorization", bearer).code()).isEqualTo("token.invalid");
		assertThat(this.owner.delete("/api/tokens/" + id).code()).isEqualTo("token.unknown");
		assertThat(this.owner.get("/api/tokens").list()).isEmpty();
	}

	@Test
	void isTakenBackByItsOwnerAndAdminsOnly() {
		String bearer = bearer();
		long id = this.owner.get("/api/tokens").list().get(0).path("id").asLong();
		Api other = server.api();
		other.signUp(this.name + "y", PASSWORD);
		assertThat(other.get("/api/tokens").list()).isEmpty();
		assertThat(other.get("/api/admin/tokens").code()).isEqualTo("right.missing");
		assertThat(other.delete("/api/tokens/" + id).code()).isEqualTo("token.unknown");
		assertThat(server.api().delete("/api/tokens/" + id).code()).isEqualTo("sign-in.required");
		assertThat(this.program.get("/api/topics", "Authorization", bearer).status()).isEqualTo(200);
		server.bean(Accounts.class).changeRole(People.id(server.bean(Accounts.class), this.name + "y"), Role.ADMIN);
		assertThat(other.get("/api/admin/tokens").list()).extracting((token) -> token.path("id").asLong()).contains(id);
		assertThat(other.delete("/api/tokens/" + id).status()).isEqualTo(204);
		assertThat(this.program.get("/api/topics", "Authorization", bearer).code()).isEqualTo("token.invalid");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"name\":\"\"}", "{\"name\":\"bot\",\"days\":0}",
			"{\"name\":\"bot\",\"days\":366}", "{\"name\":\"bot\",\"days\":-1}", "{\"name\":\"a\\nb\"}" })
	void isRefusedWithoutANameOrAnEnd(String wanted) {
		Answer refusal = this.owner.post("/api/tokens", wanted);
		assertThat(refusal.status()).isEqualTo(400);
		assertThat(refusal.code()).isEqualTo("token.ill-formed");
	}

	@Test
	void isNotForGuests() {
		Api guest = server.api();
		assertThat(guest.post("/api/tokens", "{\"name\":\"bot\"}").status()).isEqualTo(401);
		guest.enter("guest-of-" + this.name);
		assertThat(guest.post("/api/tokens", "{\"name\":\"bot\"}").status()).isEqualTo(403);
	}

	@Test
	void isGoodAfterARestart() {
		String bearer = bearer();
		server.restart();
		assertThat(who(this.program.at(server.port()), bearer)).isEqualTo(this.name + ", member");
	}

	private String bearer() {
		return "Bearer " + this.owner.token("bot");
	}

	private static String who(Api api, String bearer) {
		JsonNode who = api.get("/api/session", "Authorization", bearer).json();
		return who.path("name").asString() + ", " + who.path("role").asString();
	}

	private static long sessions() {
		return server.bean(JdbcClient.class).sql("select count(*) from spring_session").query(Long.class).single();
	}

}
