package chat.hubbub.topic.door;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.topic.Access;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A topic's settings and its people over HTTP. */
class TopicRightsApiIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(Members.SETTINGS);

	private final Api ada = Members.browser(server, "ada");

	private final Api linus = Members.browser(server, "linus");

	private final Api olga = Members.browser(server, "olga");

	private final Api eve = server.api();

	private final PrivateTopic secret = PrivateTopic.on(server);

	private final String path = "/api/topics/" + this.secret;

	@Test
	void createsATopicThatIsNotForEverybody() {
		String name = this.secret + "-2";
		String json = "{\"name\":\"" + name + "\",\"access\":\"private\",\"announcements\":true}";
		assertProblem(this.eve.post("/api/topics", json), 403, "right.missing");
		Answer created = this.ada.post("/api/topics", json);
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.body()).isEqualTo("{\"name\":\"" + name + "\",\"title\":\"" + name
				+ "\",\"description\":\"\",\"head\":0,\"access\":\"private\",\"announcements\":true,"
				+ "\"mayPost\":true,\"mayModerate\":true,\"member\":true}");
		assertThat(this.ada.get("/api/topics/" + name).body()).isEqualTo(created.body());
		assertProblem(this.linus.get("/api/topics/" + name), 404, "topic.unknown");
	}

	@Test
	void listsToEachWhatTheyMayRead() {
		assertThat(this.ada.get("/api/topics").body()).contains("\"" + this.secret + "\"");
		assertThat(this.olga.get("/api/topics").body()).contains("\"" + this.secret + "\"");
		assertThat(this.linus.get("/api/topics").body()).doesNotContain("\"" + this.secret + "\"");
		assertThat(this.eve.get("/api/topics").body()).doesNotContain("\"" + this.secret + "\"");
		this.secret.become(Access.MEMBERS);
		assertThat(this.linus.get("/api/topics").body()).contains("\"" + this.secret + "\"");
		assertThat(this.eve.get("/api/topics").body()).doesNotContain("\"" + this.secret + "\"");
	}

	@Test
	void invitesAndDismisses() {
		assertThat(this.ada.put(this.path + "/members/LINUS", "").body())
			.isEqualTo("{\"name\":\"linus\",\"moderator\":false}");
		RawClient reader = Members.connect(server, Carrier.TCP, "linus").subscribe(this.secret.destination());
		Members.connect(server, Carrier.TCP, "ada").post(this.secret.toString(), "psst");
		assertThat(this.linus.get(this.path + "/messages").body()).contains("psst");
		assertProblem(this.linus.get(this.path + "/members"), 403, "right.missing");
		assertThat(this.ada.get(this.path + "/members").body())
			.isEqualTo("[{\"name\":\"ada\",\"moderator\":true},{\"name\":\"linus\",\"moderator\":false}]");
		assertThat(this.ada.delete(this.path + "/members/linus").status()).isEqualTo(204);
		assertThat(reader.take("ERROR").code()).isEqualTo("subscription.ended");
		assertProblem(this.linus.get(this.path + "/messages"), 404, "topic.unknown");
		assertThat(this.ada.delete(this.path + "/members/linus").status()).isEqualTo(204);
	}

	@Test
	void makesModerators() {
		this.ada.put(this.path + "/members/linus", "{\"moderator\":true}");
		assertThat(this.linus.patch(this.path, "{\"title\":\"Ours\"}").json().path("title").asString())
			.isEqualTo("Ours");
		this.ada.put(this.path + "/members/linus", "{\"moderator\":false}");
		assertProblem(this.linus.patch(this.path, "{\"title\":\"Mine\"}"), 403, "right.missing");
	}

	@Test
	void letsMembersLeave() {
		this.secret.withLinus();
		assertProblem(this.linus.delete(this.path + "/members/ada"), 403, "right.missing");
		assertThat(this.linus.delete(this.path + "/members/linus").status()).isEqualTo(204);
		assertProblem(this.linus.get(this.path), 404, "topic.unknown");
	}

	@Test
	void changesWhatIsSaidAndNothingElse() {
		Answer changed = this.olga.patch(this.path, "{\"access\":\"open\",\"announcements\":true}");
		assertThat(changed.json().path("title").asString()).isEqualTo("Secret");
		assertThat(changed.json().path("access").asString()).isEqualTo("open");
		assertThat(this.eve.get(this.path).json().path("mayPost").asBoolean(true)).isFalse();
		assertThat(this.eve.get(this.path).json().path("mayModerate").asBoolean(true)).isFalse();
		assertThat(this.eve.get(this.path).json().path("announcements").asBoolean()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"access\":\"secret\"}", "{\"access\":\"PRIVATE\"}", "{\"access\":\"\"}",
			"{\"title\":\"ttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt\"}" })
	void refusesWhatIsNoTopic(String json) {
		assertProblem(this.ada.patch(this.path, json), 400, "topic.ill-formed");
		assertThat(this.ada.get(this.path).json().path("access").asString()).isEqualTo("private");
	}

	@Test
	void keepsTheLobbyOpen() {
		assertProblem(this.olga.patch("/api/topics/lobby", "{\"access\":\"private\"}"), 400, "topic.ill-formed");
		assertProblem(this.ada.patch("/api/topics/lobby", "{\"title\":\"Mine\"}"), 403, "right.missing");
	}

	static Stream<BiFunction<Api, String, Answer>> acts() {
		return Stream.of((api, path) -> api.patch(path, "{\"title\":\"Mine\"}"),
				(api, path) -> api.get(path + "/members"),
				(api, path) -> api.put(path + "/members/eve", "{\"moderator\":true}"),
				(api, path) -> api.put(path + "/members/linus", "{\"moderator\":true}"),
				(api, path) -> api.delete(path + "/members/nobody"), (api, path) -> api.delete(path + "/members/ada"));
	}

	@ParameterizedTest
	@MethodSource("acts")
	void hidesWhatIsNotThereForWhoeverAsks(BiFunction<Api, String, Answer> act) {
		for (Api outsider : List.of(this.eve, this.linus)) {
			Answer there = act.apply(outsider, this.path);
			Answer nowhere = act.apply(outsider, "/api/topics/secret-0");
			assertProblem(there, 404, "topic.unknown");
			assertThat(there.body().replace(this.secret.toString(), "secret-0")).isEqualTo(nowhere.body());
		}
		this.secret.become(Access.OPEN);
		for (Api reader : List.of(this.eve, this.linus)) {
			assertProblem(act.apply(reader, this.path), 403, "right.missing");
		}
	}

	@Test
	void knowsNoAccountThatIsNotThere() {
		assertProblem(this.ada.put(this.path + "/members/nobody", ""), 404, "account.unknown");
		assertProblem(this.ada.delete(this.path + "/members/nobody"), 404, "account.unknown");
		assertProblem(this.ada.put(this.path + "/members/a%20%20b", ""), 400, "name.ill-formed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'; drop table topic; --", "\\\"<script>alert(1)</script>", "../../etc/passwd" })
	void keepsTextsAsTheyAre(String text) {
		Answer changed = this.ada.patch(this.path, "{\"title\":\"" + text + "\",\"description\":\"" + text + "\"}");
		String kept = text.replace("\\\"", "\"");
		assertThat(changed.json().path("title").asString()).isEqualTo(kept);
		assertThat(this.ada.get(this.path).json().path("description").asString()).isEqualTo(kept);
	}

	private static void assertProblem(Answer answer, int status, String code) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		assertThat(answer.json().path("code").asString()).isEqualTo(code);
		assertThat(answer.type()).startsWith("application/problem+json");
	}

}
