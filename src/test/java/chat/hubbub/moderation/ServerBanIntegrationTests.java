package chat.hubbub.moderation;

import java.time.Duration;
import java.util.List;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.Role;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.PlainClient;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.SpringClient;
import chat.hubbub.fixture.StompClient;
import chat.hubbub.fixture.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A user that is banned from the server is disconnected at once and cannot come back.
 */
class ServerBanIntegrationTests {

	private static final String BANNED = "banned";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(MovableClock.SETTINGS);

	private final Api olga = Members.browser(server, "olga");

	@AfterEach
	void pardonAll() {
		// The server may have another port by now.
		Api admin = Members.browser(server, "olga");
		admin.get("/api/bans").list().forEach((ban) -> admin.delete("/api/bans/" + ban.path("id").asLong()));
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void endsWhatAnAccountHasOpen(Carrier carrier) {
		RawClient linus = Members.connect(server, carrier, "linus")
			.subscribe("/topic/chat")
			.subscribe("/user/queue/errors");
		RawClient ada = Members.connect(server, carrier, "ada").subscribe("/topic/chat");
		ban("linus", "60");
		ada.done("SEND", "{\"text\":\"he is gone\"}", "destination:/app/chat");
		Frame error = linus.take("ERROR");
		assertThat(error.code()).isEqualTo(BANNED);
		assertThat(error.sentence()).startsWith("You are banned from this server until ")
			.endsWith(" UTC. Reason: spam");
		assertThat(Integer.parseInt(error.header("retry-after"))).isBetween(3500, 3600);
		linus.awaitClose();
		assertThat(linus.has((frame) -> frame.is("MESSAGE"))).isFalse();
	}

	@ParameterizedTest
	@EnumSource(Transport.class)
	void endsWhatIsOpenOverSockJsToo(Transport transport) throws Exception {
		try (SpringClient linus = new SpringClient(transport, server.port(), "linus", People.passwordOf("linus"))) {
			linus.subscribe("/topic/chat");
			ban("linus", "60");
			assertThat(linus.take("ERROR").code()).isEqualTo(BANNED);
		}
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void letsNoBannedAccountIn(Carrier carrier) {
		ban("linus", "60");
		RawClient again = server.open(carrier);
		again.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:linus",
				"passcode:" + People.passwordOf("linus"));
		assertThat(again.take("ERROR").code()).isEqualTo(BANNED);
		again.awaitClose();
		// A client without the password learns nothing.
		RawClient guess = server.open(carrier);
		guess.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:linus", "passcode:wrong horse");
		assertThat(guess.take("ERROR").code()).isEqualTo("sign-in.failed");
	}

	@Test
	void endsTheBrowsersSession() {
		Api linus = Members.browser(server, "linus");
		StompClient page = StompClient.connectWithCookie(server.port(), linus.cookie());
		try (PlainClient plain = plain(linus.cookie())) {
			ban("linus", "60");
			assertThat(page.take("ERROR").code()).isEqualTo(BANNED);
			page.awaitClose();
			assertThat(plain.awaitClose()).isEqualTo(1008);
		}
		for (String path : List.of("/api/session", "/api/topics", "/api/topics/lobby/messages")) {
			Api.Answer answer = linus.get(path);
			assertThat(answer.code()).as(path).isEqualTo(BANNED);
			assertThat(answer.status()).as(path).isEqualTo(403);
			assertThat(answer.header("Retry-After")).as(path).isNotEmpty();
		}
		assertThat(linus.post("/api/topics", "{\"name\":\"revenge\"}").code()).isEqualTo(BANNED);
		assertThat(linus.post("/api/account/deletion", "{\"password\":\"" + People.passwordOf("linus") + "\"}").code())
			.isEqualTo(BANNED);
		assertThat(server.api().signIn("linus", People.passwordOf("linus")).code()).isEqualTo(BANNED);
		assertThat(server.api().signIn("linus", "wrong horse").code()).isEqualTo("sign-in.failed");
		assertThat(connectWith(linus.cookie()).code()).isEqualTo(BANNED);
		assertThat(linus.delete("/api/session").status()).isEqualTo(204);
		page.close();
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void aGuestIsOutByNameAndByAddress(Carrier carrier) {
		Api before = server.api();
		before.enter("troll-in-browser");
		RawClient troll = server.connect(carrier, "troll").subscribe("/topic/chat");
		RawClient grace = server.connect(carrier, "grace");
		assertThat(ban("troll", "60").json().path("address").asString()).isEqualTo("127.0.0.1");
		assertThat(troll.take("ERROR").code()).isEqualTo(BANNED);
		troll.awaitClose();
		// From the same address.
		assertThat(grace.take("ERROR").code()).isEqualTo(BANNED);
		for (String name : List.of("troll", "innocent", "")) {
			RawClient again = server.open(carrier);
			again.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:" + name);
			assertThat(again.take("ERROR").code()).isEqualTo(BANNED);
		}
		assertThat(before.enter("another-name").code()).isEqualTo(BANNED);
		assertThat(server.api().enter("another-name").code()).isEqualTo(BANNED);
		assertThat(server.api().get("/api/topics/lobby/messages").code()).isEqualTo(BANNED);
		assertThat(server.api().signUp("troll-with-account", "correct horse").code()).isEqualTo(BANNED);
		try (PlainClient plain = plain("")) {
			assertThat(plain.awaitClose()).isEqualTo(1008);
		}
	}

	@Test
	void peopleWithAnAccountPassTheBanOfTheirAddress() {
		RawClient troll = server.connect(Carrier.TCP, "troll");
		RawClient ada = Members.connect(server, Carrier.TCP, "ada");
		ban("troll", "60");
		troll.awaitClose();
		ada.done("SEND", "{\"text\":\"still here\"}", "destination:/app/chat");
		for (String name : List.of("olga", "ada")) {
			assertThat(Members.browser(server, name).get("/api/topics").status()).isEqualTo(200);
			Members.connect(server, Carrier.WEB_SOCKET_TEXT, name).subscribe("/topic/chat");
		}
	}

	@Test
	void aGuestWhoIsAwayIsBannedByNameOnly() {
		assertThat(ban("nobody-here", "60").json().has("address")).isFalse();
		assertThat(server.api().enter("Nobody-Here").code()).isEqualTo(BANNED);
		assertThat(server.api().enter("somebody-else").status()).isEqualTo(200);
	}

	@Test
	void endsByItselfAndIsLifted() {
		ban("linus", "60");
		server.bean(MovableClock.class).advance(Duration.ofMinutes(61));
		assertThat(Members.browser(server, "linus").get("/api/topics").status()).isEqualTo(200);
		assertThat(this.olga.get("/api/bans").list()).isEmpty();
		long ban = ban("linus", "null").json().path("id").asLong();
		assertThat(server.api().signIn("linus", People.passwordOf("linus")).code()).isEqualTo(BANNED);
		assertThat(this.olga.delete("/api/bans/" + ban).status()).isEqualTo(204);
		Members.connect(server, Carrier.TCP, "linus").subscribe("/topic/chat");
	}

	@Test
	void outlivesARestart() {
		RawClient troll = server.connect(Carrier.TCP, "troll");
		ban("troll", "60");
		troll.awaitClose();
		ban("linus", "null");
		server.restart();
		assertThat(server.api().enter("innocent").code()).isEqualTo(BANNED);
		assertThat(server.api().signIn("linus", People.passwordOf("linus")).code()).isEqualTo(BANNED);
		assertThat(Members.browser(server, "olga").get("/api/bans").list()).hasSize(2);
	}

	@Test
	void whoBecomesAnAdminIsBackIn() {
		Accounts accounts = server.bean(Accounts.class);
		long linus = accounts.find(new Username("linus")).orElseThrow().id();
		ban("linus", "null");
		accounts.changeRole(linus, Role.ADMIN);
		try {
			assertThat(Members.browser(server, "linus").get("/api/topics").status()).isEqualTo(200);
		}
		finally {
			accounts.changeRole(linus, Role.MEMBER);
		}
	}

	private Api.Answer ban(String name, String minutes) {
		Api.Answer answer = this.olga.post("/api/bans",
				"{\"username\":\"" + name + "\",\"minutes\":" + minutes + ",\"reason\":\"spam\"}");
		assertThat(answer.status()).isEqualTo(201);
		return answer;
	}

	private static PlainClient plain(String cookie) {
		return PlainClient.connect(server.port(), "/chat/", cookie);
	}

	private static Frame connectWith(String cookie) {
		try (StompClient client = StompClient.openWithCookie(server.port(), cookie)) {
			client.send("CONNECT", "", "accept-version:1.2", "host:localhost");
			return client.take("ERROR");
		}
	}

}
