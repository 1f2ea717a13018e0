package chat.hubbub.moderation;

import java.util.List;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.Role;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Members;
import chat.hubbub.topic.Access;
import chat.hubbub.topic.Topic;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.TopicChanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The rights to mute and ban. Ada moderates tea, Olga is an admin. */
class ModerationRightsIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(Members.SETTINGS);

	private static int topics;

	private final TopicName tea = new TopicName("rights-" + ++topics);

	ModerationRightsIntegrationTests() {
		create(this.tea, Access.OPEN);
	}

	@ParameterizedTest
	@CsvSource({ "nobody, 403, 401", "eve, 403, 403", "linus, 403, 403", "ada, 201, 403", "olga, 201, 201" })
	void moderatorsCareForTheirTopicAndAdminsForAll(String name, int inTopic, int onServer) {
		Api browser = browser(name);
		for (String measure : List.of("mutes", "bans")) {
			assertAnswers(browser, "/api/topics/" + this.tea + "/" + measure, inTopic);
			assertAnswers(browser, "/api/" + measure, onServer);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "mutes", "bans" })
	void aTopicThatOneMayNotReadLooksAsIfThereWereNone(String measure) {
		TopicName secret = new TopicName(this.tea + "-secret");
		create(secret, Access.PRIVATE);
		for (String topic : List.of(secret.value(), "nowhere")) {
			assertThat(browser("linus").get("/api/topics/" + topic + "/" + measure).code()).isEqualTo("topic.unknown");
			assertThat(impose(browser("linus"), "/api/topics/" + topic + "/" + measure, "troll").code())
				.isEqualTo("topic.unknown");
		}
	}

	@Test
	void nobodyTouchesAnAdminOrThemselves() {
		Accounts accounts = server.bean(Accounts.class);
		Account linus = accounts.find(new Username("linus")).orElseThrow();
		for (String measure : List.of("mutes", "bans")) {
			assertThat(impose(browser("ada"), topic(measure), "OLGA").code()).isEqualTo("sanction.exempt");
			assertThat(impose(browser("ada"), topic(measure), "ada").code()).isEqualTo("sanction.exempt");
			assertThat(impose(browser("olga"), "/api/" + measure, "olga").code()).isEqualTo("sanction.exempt");
			accounts.changeRole(linus.id(), Role.ADMIN);
			assertThat(impose(browser("olga"), "/api/" + measure, "linus").code()).isEqualTo("sanction.exempt");
			accounts.changeRole(linus.id(), Role.MEMBER);
		}
	}

	@Test
	void aNumberCountsOnlyWhereItBelongs() {
		long ban = impose(browser("ada"), topic("bans"), "troll").json().path("id").asLong();
		TopicName other = new TopicName(this.tea + "-other");
		create(other, Access.OPEN);
		for (String path : List.of("/api/topics/" + other + "/bans/", topic("mutes") + "/", "/api/bans/")) {
			assertThat(browser("olga").delete(path + ban).code()).as(path).isEqualTo("sanction.unknown");
		}
		assertThat(browser("linus").delete(topic("bans") + "/" + ban).code()).isEqualTo("right.missing");
		assertThat(browser("ada").delete(topic("bans") + "/" + ban).status()).isEqualTo(204);
		assertThat(browser("ada").delete(topic("bans") + "/" + ban).code()).isEqualTo("sanction.unknown");
	}

	@Test
	void showsWhatWasImposed() {
		impose(browser("ada"), topic("mutes"), "linus");
		assertThat(browser("ada").get(topic("mutes")).list()).singleElement().satisfies((mute) -> {
			assertThat(mute.propertyNames()).containsExactly("id", "username", "topic", "by", "reason", "createdAt",
					"until");
			assertThat(mute.path("username").asString()).isEqualTo("linus");
			assertThat(mute.path("topic").asString()).isEqualTo(this.tea.value());
			assertThat(mute.path("by").asString()).isEqualTo("ada");
			assertThat(mute.path("reason").asString()).isEqualTo("spam");
		});
		assertThat(browser("ada").get(topic("bans")).list()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "mutes | {\"username\":\"troll\"} | sanction.ill-formed",
					"mutes | {\"username\":\"troll\",\"minutes\":0} | sanction.ill-formed",
					"bans | {\"username\":\"troll\",\"minutes\":525601} | sanction.ill-formed",
					"bans | {\"minutes\":5} | name.ill-formed", "bans | {\"username\":\"<b>\"} | name.ill-formed",
					"bans | {\"username\":\"troll\",\"minutes\":\"x\"} | request.malformed" })
	void refusesWhatCannotBe(String measure, String body, String code) {
		assertThat(browser("ada").post(topic(measure), body).code()).isEqualTo(code);
	}

	private void assertAnswers(Api browser, String path, int status) {
		assertThat(impose(browser, path, "troll").status()).as(path).isEqualTo(status);
		assertThat(browser.get(path).status()).as(path).isEqualTo((status == 201) ? 200 : status);
		if (status == 201) {
			browser.get(path).list().forEach((each) -> browser.delete(path + "/" + each.path("id").asLong()));
		}
		else {
			assertThat(browser.delete(path + "/1").status()).as(path).isEqualTo(status);
		}
	}

	private String topic(String measure) {
		return "/api/topics/" + this.tea + "/" + measure;
	}

	private static void create(TopicName name, Access access) {
		server.bean(TopicChanges.class)
			.create(server.bean(Members.class).ada(), new Topic(name, "Tea", "", access, false));
	}

	private static Api.Answer impose(Api browser, String path, String name) {
		return browser.post(path, "{\"username\":\"" + name + "\",\"minutes\":60,\"reason\":\"spam\"}");
	}

	private static Api browser(String name) {
		if (!List.of("nobody", "eve").contains(name)) {
			return Members.browser(server, name);
		}
		Api stranger = server.api();
		if (name.equals("eve")) {
			stranger.enter("eve-" + ++topics);
		}
		return stranger;
	}

}
