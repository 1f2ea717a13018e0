package chat.hubbub.moderation;

import java.util.List;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.Role;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokenTable;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Members;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The audit log has acts and actors, without texts and secrets. */
class AuditIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(Members.SETTINGS);

	private static int topics;

	private final String tea = "audit-" + ++topics;

	private final Api olga = Members.browser(server, "olga");

	private final Api ada = Members.browser(server, "ada");

	private long before;

	@BeforeEach
	void createTopic() {
		this.before = lastId();
		assertThat(this.ada.post("/api/topics", "{\"name\":\"" + this.tea + "\"}").status()).isEqualTo(201);
	}

	@Test
	void hasARowForEachAct() {
		this.ada.patch(topic(""), "{\"access\":\"members\",\"announcements\":true}");
		this.ada.put(topic("/members/linus"), "{\"moderator\":true}");
		this.ada.put(topic("/members/linus"), "{}");
		this.ada.delete(topic("/members/linus"));
		this.ada.patch(topic(""), "{}");
		Members.connect(server, Carrier.TCP, "ada").post(this.tea, "a word of mine");
		this.olga.delete(topic("/messages/1"));
		this.olga.delete(topic("/messages/1"));
		undo(this.ada, topic("/mutes"), "{\"username\":\"linus\",\"minutes\":60,\"reason\":\"spam\"}");
		undo(this.olga, "/api/bans", "{\"username\":\"troll\",\"reason\":\"worse\"}");
		String in = this.tea + " ";
		assertThat(acts()).containsExactly("ada topic.created " + in + "- for open",
				"ada topic.changed " + in + "- access from open to members, announcements from false to true",
				"ada topic.people " + in + "linus from outside to moderator",
				"ada topic.people " + in + "linus from moderator to member",
				"ada topic.people " + in + "linus from member to outside",
				"olga message.deleted " + in + "ada message 1", "ada user.muted " + in + "linus until TIME: spam",
				"ada user.unmuted " + in + "linus ", "olga user.banned - troll for good: worse",
				"olga user.unbanned - troll ");
	}

	@Test
	void hasTheComingAndGoingOfAccounts() {
		Api grace = server.api();
		grace.signUp("grace", "a secret of grace");
		Accounts accounts = server.bean(Accounts.class);
		long id = accounts.find(new Username("grace")).orElseThrow().id();
		accounts.changeRole(id, Role.ADMIN, server.bean(Members.class).olga().user());
		accounts.changeRole(id, Role.MEMBER);
		String link = this.olga.post("/api/invites", "{}").json().path("link").asString();
		long invite = this.olga.get("/api/invites").list().get(0).path("id").asLong();
		this.olga.delete("/api/invites/" + invite);
		grace.post("/api/account/deletion", "{\"password\":\"a secret of grace\"}");
		assertThat(acts()).containsExactly("ada topic.created " + this.tea + " - for open",
				"grace account.created - grace member", "olga role.changed - grace from member to admin",
				"- role.changed - grace from admin to member",
				"olga invite.created - - invitation " + invite + " until TIME",
				"olga invite.revoked - - invitation " + invite, "grace account.deleted - grace deleted-" + id);
		assertThat(this.olga.get("/api/audit").body()).doesNotContain("a secret", link.split("#")[1]);
	}

	@Test
	void isReadByAdminsInPages() {
		for (int i = 0; i < 5; i++) {
			undo(this.ada, topic("/mutes"), "{\"username\":\"troll\",\"minutes\":" + (i + 1) + "}");
		}
		List<JsonNode> page = this.olga.get("/api/audit?limit=4").list();
		assertThat(page).hasSize(4);
		assertThat(page.get(0).propertyNames()).containsExactly("id", "at", "actor", "act", "topic", "subject",
				"detail");
		long last = page.get(3).path("id").asLong();
		assertThat(page.get(0).path("id").asLong()).isEqualTo(last + 3);
		assertThat(this.olga.get("/api/audit?limit=4&before=" + last).list().get(0).path("id").asLong())
			.isEqualTo(last - 1);
		assertThat(this.olga.get("/api/audit?before=1").list()).isEmpty();
		assertThat(this.olga.get("/api/audit?before=x").code()).isEqualTo("request.malformed");
		assertThat(this.ada.get("/api/audit").code()).isEqualTo("right.missing");
		assertThat(server.api().get("/api/audit").code()).isEqualTo("sign-in.required");
	}

	@Test
	@SuppressWarnings("try")
	void refusesWhatItCannotStore() {
		try (BrokenTable audit = new BrokenTable(server.bean(JdbcTemplate.class), "insert on audit")) {
			assertThat(this.ada.post(topic("/bans"), "{\"username\":\"troll\"}").code()).isEqualTo("store.unavailable");
		}
		assertThat(this.ada.get(topic("/bans")).list()).isEmpty();
		assertThat(this.ada.post(topic("/bans"), "{\"username\":\"troll\"}").status()).isEqualTo(201);
	}

	@Test
	void isStoredWithWhatWasDoneInATopicOrNeitherIs() {
		CutOff power = new CutOff(server);
		power.fails(() -> this.ada.post("/api/topics", "{\"name\":\"" + this.tea + "-2\"}"));
		power.fails(() -> this.ada.patch(topic(""), "{\"access\":\"members\"}"));
		power.fails(() -> this.ada.put(topic("/members/linus"), "{}"));
		power.fails(() -> this.ada.delete(topic("/members/linus")));
		Members.connect(server, Carrier.TCP, "ada").post(this.tea, "a word of mine");
		power.fails(() -> this.ada.delete(topic("/messages/1")));
		power.fails(() -> this.ada.post(topic("/mutes"), "{\"username\":\"linus\",\"minutes\":60}"));
		long mute = this.ada.get(topic("/mutes")).list().get(0).path("id").asLong();
		power.fails(() -> this.ada.delete(topic("/mutes/" + mute)));
	}

	@Test
	void isStoredWithWhatWasDoneToAnAccountOrNeitherIs() {
		CutOff power = new CutOff(server);
		Api joan = server.api();
		power.fails(() -> joan.signUp("joan", "a secret of joan"));
		long id = server.bean(Accounts.class).find(new Username("joan")).orElseThrow().id();
		power.fails(() -> this.olga.put("/api/admin/users/" + id + "/role", "{\"role\":\"ADMIN\"}"));
		power.fails(() -> this.olga.put("/api/admin/users/" + id + "/role", "{\"role\":\"MEMBER\"}"));
		power.fails(() -> joan.post("/api/tokens", "{\"name\":\"bot\"}"));
		long token = joan.get("/api/tokens").list().get(0).path("id").asLong();
		power.fails(() -> joan.delete("/api/tokens/" + token));
		power.fails(() -> this.olga.post("/api/invites", "{}"));
		long invite = this.olga.get("/api/invites").list().get(0).path("id").asLong();
		power.fails(() -> this.olga.delete("/api/invites/" + invite));
		power.fails(() -> joan.post("/api/account/deletion", "{\"password\":\"a secret of joan\"}"));
	}

	/** Does something, and takes it back. */
	private void undo(Api browser, String path, String body) {
		Api.Answer answer = browser.post(path, body);
		assertThat(answer.status()).isEqualTo(201);
		assertThat(browser.delete(path + "/" + answer.json().path("id").asLong()).status()).isEqualTo(204);
	}

	private String topic(String path) {
		return "/api/topics/" + this.tea + path;
	}

	private long lastId() {
		return this.olga.get("/api/audit?limit=1").list().stream().mapToLong((row) -> row.path("id").asLong()).sum();
	}

	/** Since the test began, the eldest first. */
	private List<String> acts() {
		return this.olga.get("/api/audit")
			.list()
			.stream()
			.filter((row) -> row.path("id").asLong() > this.before)
			.sorted((one, other) -> Long.compare(one.path("id").asLong(), other.path("id").asLong()))
			.map((row) -> row.path("actor").asString("-") + " " + row.path("act").asString() + " "
					+ row.path("topic").asString("-") + " " + row.path("subject").asString("-") + " "
					+ row.path("detail").asString().replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME"))
			.toList();
	}

}
