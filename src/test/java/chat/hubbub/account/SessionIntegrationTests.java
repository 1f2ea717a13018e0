package chat.hubbub.account;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.PlainClient;
import chat.hubbub.fixture.StompClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SessionIntegrationTests {

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	private final Api browser = server.api();

	private final Api otherBrowser = server.api();

	@Test
	void takesAName() {
		Answer answer = claim(this.browser, " ｇｒａｃｅ ");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("name").asString()).isEqualTo("grace");
	}

	@Test
	void refusesANameThatAnotherBrowserHas() {
		claim(this.browser, "ada");
		assertProblem(claim(this.otherBrowser, "ADA"), 409, "name.taken");
		assertThat(claim(this.otherBrowser, "another").status()).isEqualTo(200);
	}

	@Test
	void refusesANameThatAStompClientHas() {
		String taken = server.connect("linus").userName();
		assertProblem(claim(this.browser, taken), 409, "name.taken");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"name\":\"\"}", "{\"name\":\"<b>\"}", "{\"name\":null}", "{}", "{\"name\":\"a  b\"}",
			"{\"name\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}" })
	void refusesANameThatIsIllFormed(String body) {
		assertProblem(this.browser.post("/api/session", body), 400, "name.ill-formed");
		assertThat(this.browser.cookie()).isEmpty();
	}

	@Test
	void refusesABodyThatIsNotJson() {
		assertProblem(this.browser.post("/api/session", "Not JSON"), 400, "request.malformed");
	}

	@Test
	void takesTheSameNameAgain() {
		claim(this.browser, "edsger");
		assertThat(claim(this.browser, "edsger").status()).isEqualTo(200);
	}

	@Test
	void givesTheOldNameBackForANewOne() {
		claim(this.browser, "barbara");
		claim(this.browser, "frances");
		assertThat(claim(this.otherBrowser, "barbara").status()).isEqualTo(200);
		assertProblem(claim(this.otherBrowser, "frances"), 409, "name.taken");
	}

	@Test
	void keepsItsNameWhenTheNewOneIsTaken() {
		claim(this.browser, "john");
		claim(this.otherBrowser, "donald");
		assertProblem(claim(this.browser, "donald"), 409, "name.taken");
		assertThat(server.connectWithCookie(this.browser.cookie()).userName()).isEqualTo("john");
	}

	@Test
	void givesItsNameBackWhenItLeaves() {
		claim(this.browser, "niklaus");
		assertThat(this.browser.delete("/api/session").status()).isEqualTo(204);
		assertThat(claim(this.otherBrowser, "niklaus").status()).isEqualTo(200);
	}

	@Test
	void leavesWithoutHavingBeenIn() {
		assertThat(this.browser.delete("/api/session").status()).isEqualTo(204);
	}

	@Test
	void namesEveryWebSocketOfTheSessionWhateverItsLogin() {
		claim(this.browser, "margaret");
		StompClient first = server.connectWithCookie(this.browser.cookie(), "login:somebody");
		StompClient second = server.connectWithCookie(this.browser.cookie());
		assertThat(first.userName()).isEqualTo("margaret");
		assertThat(second.userName()).isEqualTo("margaret");
		assertThat(server.connect("margaret").userName()).isEqualTo("margaret-2");
	}

	@Test
	void namesThePlainWebSocketOfTheSession() {
		claim(this.browser, "radia");
		StompClient listener = server.connect("listener").subscribe("/topic/chat");
		PlainClient radia = server.plain("/chat/", this.browser.cookie());
		radia.send("Hello");
		assertThat(listener.takeMessage("/topic/chat").path("sender").asString()).isEqualTo("radia");
	}

	@Test
	void givesAWebSocketWithoutTheCookieAnotherName() {
		claim(this.browser, "hedy");
		assertThat(server.connect("hedy").userName()).isEqualTo("hedy-2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "…", "\u1160", "\u202eada", "." })
	void refusesANameThatNobodyCanRead(String name) {
		assertProblem(claim(this.browser, name), 400, "name.ill-formed");
		assertProblem(this.browser.signUp(name, "correct horse"), 400, "name.ill-formed");
		StompClient client = server.open();
		client.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:" + name);
		assertThat(client.take("ERROR").code()).isEqualTo("name.ill-formed");
	}

	@Test
	void endsAllThatItHasOpenWhenItLeaves() {
		claim(this.browser, "alan");
		String cookie = this.browser.cookie();
		StompClient one = server.connectWithCookie(cookie).subscribe("/user/queue/errors");
		StompClient other = server.connectWithCookie(cookie);
		PlainClient plain = server.plain("/chat/", cookie);
		StompClient late = server.openWithCookie(cookie);
		assertThat(this.browser.delete("/api/session").status()).isEqualTo(204);
		assertThat(one.take("ERROR").code()).isEqualTo("session.ended");
		assertThat(other.take("ERROR").code()).isEqualTo("session.ended");
		one.awaitClose();
		other.awaitClose();
		assertThat(plain.awaitClose()).isEqualTo(1008);
		late.send("CONNECT", "", "accept-version:1.2", "host:localhost");
		assertThat(late.take("ERROR").code()).isEqualTo("session.ended");
		// The server lets go of them a moment after they have ended.
		Awaitility.await().until(() -> claim(this.otherBrowser, "alan").status() == 200);
	}

	@Test
	void hasAllThatItHasOpenConnectAgainUnderANewName() {
		claim(this.browser, "kathleen");
		String cookie = this.browser.cookie();
		StompClient client = server.connectWithCookie(cookie);
		PlainClient plain = server.plain("/chat/", cookie);
		StompClient late = server.openWithCookie(cookie);
		claim(this.browser, "kay");
		assertThat(client.take("ERROR").code()).isEqualTo("name.changed");
		client.awaitClose();
		plain.awaitClose();
		late.send("CONNECT", "", "accept-version:1.2", "host:localhost");
		assertThat(late.take("CONNECTED").header("user-name")).isEqualTo("kay");
		claim(this.browser, "Kay");
		assertThat(late.take("ERROR").code()).isEqualTo("name.changed");
		assertThat(server.connectWithCookie(this.browser.cookie()).userName()).isEqualTo("Kay");
	}

	@Test
	void keepsWhatItHasOpenWhenItTakesTheSameNameAgain() {
		claim(this.browser, "joan");
		StompClient client = server.connectWithCookie(this.browser.cookie());
		claim(this.browser, "joan");
		client.post("/app/chat", "{\"text\":\"still here\"}");
	}

	private static Answer claim(Api browser, String name) {
		return browser.post("/api/session", "{\"name\":\"" + name + "\"}");
	}

	private static void assertProblem(Answer answer, int status, String code) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.type()).startsWith("application/problem+json");
		assertThat(answer.json().path("code").asString()).isEqualTo(code);
		assertThat(answer.json().path("detail").asString()).isNotEmpty();
	}

}
