package chat.hubbub.account;

import java.util.List;

import chat.hubbub.account.invite.Invites;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.PlainClient;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/** Accounts over HTTP, each test with people of its own. */
class AccountIntegrationTests {

	private static final String PASSWORD = "correct horse";

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	private final Api browser = server.api();

	private final Api otherBrowser = server.api();

	@Test
	void signsUpAndIsSignedIn() {
		Answer answer = this.browser.signUp(" Ａda ", PASSWORD);
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.body()).isEqualTo("{\"name\":\"Ada\",\"role\":\"member\"}");
		assertThat(this.browser.who()).isEqualTo("Ada, member");
		assertThat(server.connectWithCookie(this.browser.cookie()).userName()).isEqualTo("Ada");
	}

	@Test
	void signsInElsewhereAtTheSameTime() {
		this.browser.signUp("grace", PASSWORD);
		assertThat(this.otherBrowser.signIn("GRACE", PASSWORD).status()).isEqualTo(200);
		StompClient one = server.connectWithCookie(this.browser.cookie());
		StompClient other = server.connectWithCookie(this.otherBrowser.cookie());
		assertThat(List.of(one.userName(), other.userName())).containsOnly("grace");
	}

	@Test
	void signsOut() {
		this.browser.signUp("barbara", PASSWORD);
		StompClient page = server.connectWithCookie(this.browser.cookie());
		StompClient elsewhere = StompClient.connect(server.port(), "login:barbara", "passcode:" + PASSWORD);
		assertThat(this.browser.delete("/api/session").status()).isEqualTo(204);
		assertThat(this.browser.who()).isEqualTo("nobody");
		assertThat(page.take("ERROR").code()).isEqualTo("session.ended");
		page.awaitClose();
		assertThat(elsewhere.request("SEND", "still here", "destination:/app/chat", "content-type:text/plain")
			.is("RECEIPT")).isTrue();
		elsewhere.close();
	}

	@Test
	void staysSignedInOverARestart() {
		this.browser.signUp("hedy", PASSWORD);
		this.otherBrowser.enter("guest-of-hedy");
		server.restart();
		assertThat(this.browser.at(server.port()).who()).isEqualTo("hedy, member");
		assertThat(this.otherBrowser.at(server.port()).who()).isEqualTo("guest-of-hedy, guest");
		assertThat(server.connectWithCookie(this.browser.cookie()).userName()).isEqualTo("hedy");
	}

	@Test
	void keepsAGuestFromTheNameOfAnAccount() {
		this.browser.signUp("radia", PASSWORD);
		this.browser.delete("/api/session");
		assertThat(this.otherBrowser.enter("Radia").code()).isEqualTo("name.taken");
		assertThat(this.otherBrowser.enter("rаdiа").code()).isEqualTo("name.taken");
		assertThat(server.connect("radia").userName()).isEqualTo("radia-2");
	}

	@Test
	void makesAnAccountOfAGuest() {
		this.browser.enter("linus");
		assertThat(this.otherBrowser.signUp("linus", PASSWORD).code()).isEqualTo("name.taken");
		assertThat(this.browser.signUp("linus", PASSWORD).status()).isEqualTo(201);
		assertThat(this.browser.who()).isEqualTo("linus, member");
	}

	@Test
	void endsWhatItsGuestHasOpen() {
		this.browser.enter("frances");
		StompClient guest = server.connectWithCookie(this.browser.cookie());
		PlainClient plain = server.plain("/chat/", this.browser.cookie());
		this.browser.signUp("frances", PASSWORD);
		assertThat(guest.take("ERROR").code()).isEqualTo("session.ended");
		guest.awaitClose();
		plain.awaitClose();
		assertThat(server.connectWithCookie(this.browser.cookie()).userName()).isEqualTo("frances");
	}

	@Test
	void takesItsNameFromAGuestWhoWasAway() {
		this.browser.enter("mary");
		server.restart();
		Api guest = this.browser.at(server.port());
		server.api().signUp("mаry", PASSWORD);
		assertThat(guest.who()).isEqualTo("nobody");
		assertThat(guest.post("/api/topics", "{\"name\":\"marys-topic\"}").status()).isEqualTo(201);
		assertThat(server.bean(JdbcClient.class)
			.sql("select actor from audit where act = 'topic.created' and topic = 'marys-topic'")
			.query(String.class)
			.single()).isEqualTo("guest");
		StompClient late = server.openWithCookie(guest.cookie());
		late.send("CONNECT", "", "accept-version:1.2", "host:localhost");
		assertThat(late.take("ERROR").code()).isEqualTo("name.taken");
		assertThat(guest.enter("mary").code()).isEqualTo("name.taken");
		assertThat(guest.enter("jean").status()).isEqualTo(200);
		assertThat(guest.who()).isEqualTo("jean, guest");
	}

	@Test
	void keepsANameThatNobodyMayTakeAnyMore() {
		String name = "\u1160\u0301\u0301\u0301";
		server.bean(JdbcClient.class)
			.sql("insert into account (id, name, name_key, role, password, created_at) values (4711, ?, ?, 'MEMBER', ?, 0)")
			.params(name, new Username(name).key(), server.bean(PasswordEncoder.class).encode(PASSWORD))
			.update();
		server.restart();
		Api owner = server.api();
		assertThat(owner.signIn(name, PASSWORD).status()).isEqualTo(200);
		assertThat(owner.who()).isEqualTo(name + ", member");
		assertThat(server.connectWithCookie(owner.cookie()).userName()).isEqualTo(name);
		StompClient client = StompClient.connect(server.port(), "login:" + name, "passcode:" + PASSWORD);
		assertThat(client.userName()).isEqualTo(name);
		client.close();
	}

	@Test
	void isNotCalledAsVisitorsAreWithoutAName() {
		assertThat(this.browser.signUp("gu\u0435st", PASSWORD).code()).isEqualTo("name.taken");
	}

	@Test
	void staysSignedInWhenAnotherTabAsksForAGuestsName() {
		this.browser.signUp("annie", PASSWORD);
		assertThat(this.browser.enter("somebody").body()).isEqualTo("{\"name\":\"annie\",\"role\":\"member\"}");
		assertThat(this.browser.who()).isEqualTo("annie, member");
	}

	@Test
	void givesTheNameOfAGuestBackWhoSignsIn() {
		this.browser.signUp("edsger", PASSWORD);
		this.otherBrowser.enter("dijkstra");
		this.otherBrowser.signIn("edsger", PASSWORD);
		assertThat(server.api().enter("dijkstra").status()).isEqualTo(200);
	}

	@Test
	void refusesInTheSameWordsWhicheverIsWrong() {
		this.browser.signUp("margaret", PASSWORD);
		Answer password = this.otherBrowser.signIn("margaret", "wrong horse");
		Answer name = this.otherBrowser.signIn("nobody at all", PASSWORD);
		Answer illFormed = this.otherBrowser.signIn("<b>", PASSWORD);
		assertThat(password.status()).isEqualTo(401);
		assertThat(password.code()).isEqualTo("sign-in.failed");
		assertThat(List.of(name.body(), illFormed.body())).containsOnly(password.body());
		assertThat(List.of(name.status(), illFormed.status())).containsOnly(401);
		assertThat(this.otherBrowser.who()).isEqualTo("nobody");
	}

	/** Names are public where people chat; which of them have accounts is not. */
	@Test
	void refusesANewAccountInTheSameWordsWhoeverHasTheName() {
		this.browser.signUp("ken", PASSWORD);
		server.connect("dennis");
		Answer account = this.otherBrowser.signUp("ken", PASSWORD);
		Answer guest = this.otherBrowser.signUp("dennis", PASSWORD);
		assertThat(account.status()).isEqualTo(409);
		assertThat(guest.status()).isEqualTo(409);
		assertThat(guest.body().replace("dennis", "ken")).isEqualTo(account.body());
	}

	@Test
	void refusesAPasswordThatIsTooShortOrTooLong() {
		assertThat(this.browser.signUp("tim", "1234567").code()).isEqualTo("password.ill-formed");
		assertThat(this.browser.signUp("tim", "a".repeat(73)).code()).isEqualTo("password.ill-formed");
		assertThat(this.browser.post("/api/accounts", "{\"name\":\"tim\"}").code()).isEqualTo("password.ill-formed");
		this.browser.signUp("tim", "a".repeat(72));
		assertThat(this.otherBrowser.signIn("tim", "a".repeat(73)).code()).isEqualTo("sign-in.failed");
	}

	@Test
	void changesThePasswordAndEndsWhatElseIsSignedIn() {
		this.browser.signUp("alan", PASSWORD);
		this.otherBrowser.signIn("alan", PASSWORD);
		StompClient program = StompClient.connect(server.port(), "login:alan", "passcode:" + PASSWORD);
		assertThat(changePassword("wrong horse", "battery staple").code()).isEqualTo("sign-in.failed");
		assertThat(changePassword(PASSWORD, "short").code()).isEqualTo("password.ill-formed");
		assertThat(this.otherBrowser.who()).isEqualTo("alan, member");
		assertThat(changePassword(PASSWORD, "battery staple").status()).isEqualTo(204);
		assertThat(this.browser.who()).isEqualTo("alan, member");
		assertThat(this.otherBrowser.who()).isEqualTo("nobody");
		assertThat(program.take("ERROR").code()).isEqualTo("session.ended");
		program.awaitClose();
		assertThat(server.api().signIn("alan", PASSWORD).code()).isEqualTo("sign-in.failed");
		assertThat(server.api().signIn("alan", "battery staple").status()).isEqualTo(200);
	}

	@Test
	void refusesAWebSocketOfASessionThatHasEnded() {
		this.browser.signUp("john", PASSWORD);
		this.otherBrowser.signIn("john", PASSWORD);
		changePassword(PASSWORD, "battery staple");
		assertThat(refused(this.otherBrowser.cookie()).code()).isEqualTo("session.ended");
	}

	@Test
	void givesAnotherSessionIdToWhoSignsIn() {
		this.otherBrowser.signUp("donald", PASSWORD);
		this.browser.enter("victim");
		String planted = this.browser.cookie("SESSION").orElseThrow();
		String token = this.browser.cookie("XSRF-TOKEN").orElseThrow();
		this.browser.signIn("donald", PASSWORD);
		assertThat(this.browser.cookie("SESSION")).isPresent().get().isNotEqualTo(planted);
		assertThat(this.browser.cookie("XSRF-TOKEN")).isPresent().get().isNotEqualTo(token);
		assertThat(server.connectWithCookie("SESSION=" + planted).userName()).startsWith("guest-");
	}

	@Test
	void wantsASignInForOnesAccount() {
		this.browser.enter("a guest");
		for (Api nobody : List.of(this.browser, this.otherBrowser)) {
			assertThat(changePassword(nobody, PASSWORD, "battery staple").status()).isIn(401, 403);
			assertThat(nobody.post("/api/account/deletion", "{\"password\":\"" + PASSWORD + "\"}").status()).isIn(401,
					403);
			assertThat(nobody.get("/api/invites").status()).isIn(401, 403);
		}
	}

	@Test
	void invitesWhoAnAdminInvites() {
		String first = server.bean(Invites.class).inviteFirstAdmin().orElseThrow();
		Answer admin = this.browser.post("/api/accounts",
				"{\"name\":\"admiral\",\"password\":\"" + PASSWORD + "\",\"invite\":\"" + first + "\"}");
		assertThat(admin.body()).isEqualTo("{\"name\":\"admiral\",\"role\":\"admin\"}");
		Answer link = this.browser.post("/api/invites", "{\"days\":3}");
		assertThat(link.status()).isEqualTo(201);
		assertThat(link.json().path("link").asString()).startsWith("http://localhost:" + server.port() + "/join#");
		assertThat(this.browser.get("/api/invites").list()).hasSize(1);
		assertThat(this.browser.get("/api/invites").body())
			.doesNotContain(link.json().path("link").asString().split("#")[1]);
		assertThat(this.browser.delete("/api/invites/" + link.json().path("id").asString()).status()).isEqualTo(204);
		this.otherBrowser.signUp("mere member", PASSWORD);
		assertThat(this.otherBrowser.post("/api/invites", "{}").code()).isEqualTo("right.missing");
	}

	private Answer changePassword(String current, String password) {
		return changePassword(this.browser, current, password);
	}

	private static Answer changePassword(Api browser, String current, String password) {
		return browser.post("/api/account/password",
				"{\"current\":\"" + current + "\",\"password\":\"" + password + "\"}");
	}

	private static Frame refused(String cookie) {
		StompClient client = server.openWithCookie(cookie);
		client.send("CONNECT\naccept-version:1.2\nhost:localhost\n\n\0");
		return client.take("ERROR");
	}

}
