package chat.hubbub.cluster;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.Role;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A decision of one node holds on the other, too, although no bus joins them. */
class ChangesOnNodesIntegrationTests {

	private static final Nodes nodes = new Nodes();

	@RegisterExtension
	@Order(1)
	static final BrokerServer here = nodes.with("--hubbub.cluster.bus=none");

	@RegisterExtension
	@Order(2)
	static final BrokerServer there = nodes.with("--hubbub.cluster.bus=none");

	private final Api olga = Members.browser(here, "olga");

	/** Also if the other node posts before its next look for changes. */
	@Test
	void aRightThatIsWithdrawnEndsWithTheNextMessageAtTheLatest() {
		String topic = newTopic("\"access\":\"private\"");
		for (int round = 0; round < 5; round++) {
			invite(topic, "linus");
			invite(topic, "ada");
			until(() -> mayRead("linus", topic) && mayRead("ada", topic));
			RawClient linus = Members.connect(there, Carrier.TCP, "linus").subscribe("/topic/chat." + topic);
			RawClient ada = Members.connect(there, Carrier.TCP, "ada").subscribe("/topic/chat." + topic);
			assertThat(this.olga.delete("/api/topics/" + topic + "/members/linus").status()).isEqualTo(204);
			ada.post(topic, "without Linus");
			ada.take("MESSAGE");
			Frame end = linus.takeAny("MESSAGE", "ERROR");
			assertThat(end.is("MESSAGE") && end.header("destination").startsWith("/topic/chat.")).isFalse();
		}
	}

	@Test
	void theHistoryHasNoMessageThatCameAfterTheRight() {
		String topic = newTopic("\"access\":\"private\"");
		Api linus = Members.browser(there, "linus");
		invite(topic, "ada");
		RawClient ada = Members.connect(here, Carrier.TCP, "ada");
		for (int round = 0; round < 5; round++) {
			invite(topic, "linus");
			until(() -> linus.get("/api/topics/" + topic + "/messages").status() == 200);
			assertThat(this.olga.delete("/api/topics/" + topic + "/members/linus").status()).isEqualTo(204);
			ada.post(topic, "a secret");
			assertThat(linus.get("/api/topics/" + topic + "/messages").status()).isEqualTo(404);
		}
	}

	/**
	 * A small table is read as a whole otherwise, and its plan is kept while it grows.
	 */
	@Test
	void theDatabaseFindsMessagesByTheirIdsWhileThereAreFew() {
		List<String> plan = here.bean(JdbcTemplate.class)
			.queryForList("explain select text from message where id = any('{1,2,3}')", String.class);
		assertThat(plan).isNotEmpty().noneMatch((step) -> step.contains("Seq Scan"));
	}

	/** Each node changes what is stored, not what it remembers. */
	@Test
	void twoNodesThatChangeATopicAtOnceKeepBothChanges() {
		String topic = newTopic("\"access\":\"open\"");
		Api other = Members.browser(there, "olga");
		until(() -> mayRead("ada", topic));
		for (int round = 0; round < 5; round++) {
			String access = (round % 2 == 0) ? "private" : "open";
			change(this.olga, topic, "{\"access\":\"" + access + "\"}");
			change(other, topic, "{\"title\":\"Round " + round + "\"}");
			assertThat(other.get("/api/topics/" + topic).json().path("access").asString()).isEqualTo(access);
		}
	}

	private static void change(Api browser, String topic, String settings) {
		assertThat(browser.patch("/api/topics/" + topic, settings).status()).isEqualTo(200);
	}

	@Test
	void aNewTopicIsKnown() {
		String topic = newTopic("\"access\":\"open\"");
		until(() -> there.api().get("/api/topics/" + topic + "/messages").status() == 200);
		there.connect(Carrier.TCP, "rosa").post(topic, "one");
	}

	@Test
	void aBanEndsTheConnectionAndKeepsItOut() {
		RawClient kurt = there.connect(Carrier.TCP, "kurt");
		Api.Answer ban = this.olga.post("/api/bans", "{\"username\":\"kurt\",\"minutes\":60,\"reason\":\"spam\"}");
		assertThat(ban.status()).isEqualTo(201);
		assertThat(kurt.take("ERROR").header("code")).isEqualTo("banned");
		assertThat(this.olga.delete("/api/bans/" + ban.json().path("id").asLong()).status()).isEqualTo(204);
		until(() -> {
			RawClient again = there.open(Carrier.TCP);
			again.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:kurt");
			return again.takeAny("CONNECTED", "ERROR").is("CONNECTED");
		});
	}

	@Test
	void aNewAccountSignsInAndItsOldPasswordEnds() {
		String name = "mabel";
		Api browser = here.api();
		assertThat(browser.signUp(name, People.passwordOf(name)).status()).isEqualTo(201);
		until(() -> there.bean(Accounts.class).find(new Username(name)).isPresent());
		RawClient client = there.connect(Carrier.TCP, name, "passcode:" + People.passwordOf(name));
		String change = "{\"current\":\"" + People.passwordOf(name) + "\",\"password\":\"another long password\"}";
		assertThat(browser.post("/api/account/password", change).status()).isEqualTo(204);
		assertThat(client.take("ERROR").header("code")).isEqualTo("session.ended");
		assertThat(there.api().signIn(name, "another long password").status()).isEqualTo(200);
	}

	@Test
	void guestsWhoAreNotAllowedAnyMoreLeave() {
		RawClient lucy = there.connect(Carrier.TCP, "lucy");
		settings("{\"guests\":false,\"name\":\"No guests\"}");
		try {
			assertThat(lucy.take("ERROR").header("code")).isEqualTo("sign-in.required");
			assertThat(there.api().get("/api/topics").code()).isEqualTo("sign-in.required");
			assertThat(there.api().get("/").body()).contains("<title>No guests</title>");
		}
		finally {
			settings("{\"guests\":true,\"name\":\"Hubbub\"}");
		}
		until(() -> there.api().get("/api/topics").status() == 200);
		there.connect(Carrier.TCP, "lucy");
	}

	private void settings(String changes) {
		assertThat(this.olga.patch("/api/admin/settings", changes).status()).isEqualTo(200);
	}

	/** Both nodes read their memory of the past again, and go on afterwards. */
	@Test
	void anAccountEndsWhoseMessagesAreInMemory() {
		String topic = here.newTopic();
		Api irene = here.api();
		assertThat(irene.signUp("irene", People.passwordOf("irene")).status()).isEqualTo(201);
		RawClient grace = here.connect(Carrier.TCP, "grace").subscribe("/topic/chat." + topic);
		until(() -> there.api().get("/api/topics/" + topic + "/messages").status() == 200);
		RawClient joan = there.connect(Carrier.TCP, "joan").subscribe("/topic/chat." + topic);
		here.connect(Carrier.TCP, "irene", "passcode:" + People.passwordOf("irene")).post(topic, "farewell");
		joan.take("MESSAGE");
		String reason = "{\"password\":\"" + People.passwordOf("irene") + "\"}";
		assertThat(irene.post("/api/account/deletion", reason).status()).isEqualTo(204);
		until(() -> senderOfTheFirst(topic).startsWith("deleted-"));
		joan.post(topic, "goes on");
		grace.post(topic, "here, too");
		assertThat(joan.takeMessages(2)).hasSize(2);
	}

	private static String senderOfTheFirst(String topic) {
		RawClient reader = there.connect(Carrier.TCP, "reader").subscribe("/topic/chat." + topic, "since:0");
		String sender = reader.take("MESSAGE").json().path("sender").asString();
		reader.close();
		return sender;
	}

	@Test
	void aTokenIsValidUntilItIsRevoked() {
		String token = this.olga.token("robot");
		until(() -> there.api().get("/api/session", "Authorization", "Bearer " + token).status() == 200);
		long id = this.olga.get("/api/tokens").list().get(0).path("id").asLong();
		assertThat(this.olga.delete("/api/tokens/" + id).status()).isEqualTo(204);
		until(() -> there.api().get("/api/session", "Authorization", "Bearer " + token).status() == 401);
	}

	@Test
	void aBrowserIsSignedInAndOutOnBoth() {
		Api linus = Members.browser(here, "linus");
		Api same = linus.at(there.port());
		assertThat(same.who()).startsWith("linus");
		assertThat(same.delete("/api/session").status()).isEqualTo(204);
		assertThat(linus.who()).isEqualTo("nobody");
	}

	@Test
	void aGuestHasOneNameOnBothAndNoOtherGuestHasIt() {
		Api rosa = here.api();
		rosa.enter("rosita");
		assertThat(rosa.at(there.port()).who()).startsWith("rosita");
		assertThat(there.api().enter("rosita").code()).isEqualTo("name.taken");
		RawClient other = there.open(Carrier.TCP);
		other.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:rosita");
		assertThat(other.take("CONNECTED").header("user-name")).isNotEqualTo("rosita").startsWith("rosita");
		assertThat(rosa.enter("rosalia").status()).isEqualTo(200);
		until(() -> rosa.at(there.port()).who().startsWith("rosalia"));
	}

	/** Each node still sees the other admin, because it looks before it decides. */
	@Test
	void ofTwoAdminsWhoLeaveAtOnceOneStays() {
		Accounts one = here.bean(Accounts.class);
		Accounts other = there.bean(Accounts.class);
		long olga = one.find(new Username("olga")).orElseThrow().id();
		long otto = one.find(new Username("otto")).orElseThrow().id();
		List<CompletableFuture<Void>> both = List.of(
				CompletableFuture.runAsync(() -> one.changeRole(olga, Role.MEMBER)),
				CompletableFuture.runAsync(() -> other.changeRole(otto, Role.MEMBER)));
		long refused = both.stream().filter((each) -> each.handle((done, fault) -> fault != null).join()).count();
		assertThat(refused).isEqualTo(1);
		for (Accounts node : List.of(one, other)) {
			until(() -> node.find(olga).orElseThrow().role() != node.find(otto).orElseThrow().role());
		}
		one.changeRole(olga, Role.ADMIN);
		one.changeRole(otto, Role.ADMIN);
		until(() -> other.find(olga).orElseThrow().role() == other.find(otto).orElseThrow().role());
	}

	@Test
	void peopleSeeWhoIsThereAndWhoIsTyping() {
		String topic = here.newTopic();
		until(() -> there.api().get("/api/topics/" + topic + "/messages").status() == 200);
		RawClient grace = here.connect(Carrier.TCP, "grace").subscribe("/topic/chat." + topic);
		RawClient joan = there.connect(Carrier.TCP, "joan")
			.subscribe("/topic/presence." + topic)
			.subscribe("/topic/typing." + topic);
		until(() -> joan.takeFrom("/topic/presence." + topic).body().contains("grace"));
		grace.send("SEND", "", "destination:/app/typing." + topic);
		until(() -> joan.takeFrom("/topic/typing." + topic).body().contains("grace"));
	}

	@Test
	void aDevelopersBroadcastReachesBoth() {
		RawClient grace = here.connect(Carrier.TCP, "grace").subscribe("/topic/coin");
		RawClient joan = there.connect(Carrier.TCP, "joan").subscribe("/topic/coin");
		joan.send("SEND", "", "destination:/app/coin");
		for (RawClient each : List.of(grace, joan)) {
			assertThat(each.takeFrom("/topic/coin").body()).contains("heads");
		}
	}

	@Test
	void theAuditLogHasEachActOnce() {
		String topic = newTopic("\"access\":\"members\"");
		until(() -> mayRead("ada", topic));
		assertThat(this.olga.get("/api/audit").body()).containsOnlyOnce("\"" + topic + "\"");
	}

	private static boolean mayRead(String name, String topic) {
		return Members.browser(there, name).get("/api/topics/" + topic + "/messages").status() == 200;
	}

	private void invite(String topic, String name) {
		assertThat(this.olga.put("/api/topics/" + topic + "/members/" + name, "{\"moderator\":false}").status())
			.isBetween(200, 204);
	}

	private String newTopic(String settings) {
		String name = "hall-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
		assertThat(this.olga.post("/api/topics", "{\"name\":\"" + name + "\"," + settings + "}").status())
			.isEqualTo(201);
		return name;
	}

	private static void until(Callable<Boolean> done) {
		Awaitility.await().until(done);
	}

}
