package chat.hubbub.account;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.RawHttp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Eve plants a session in Ada's browser, and waits for Ada to come in with it. */
class SessionFixationIntegrationTests {

	private static final String PASSWORD = "correct horse";

	private static final String MADE_UP = "ZTZmMWQyYTMtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAw";

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	private final Api eve = server.api();

	@BeforeAll
	static void signUp() {
		server.api().signUp("ada", PASSWORD);
	}

	/** The ways in, each for a browser with a session that Eve knows. */
	static Stream<Function<Api, Answer>> waysIn() {
		return Stream.of((ada) -> ada.signIn("ada", PASSWORD),
				(ada) -> ada.signUp("ada-" + System.nanoTime(), PASSWORD));
	}

	@ParameterizedTest
	@MethodSource("waysIn")
	void giveAnotherIdToWhoSignsIn(Function<Api, Answer> comesIn) {
		this.eve.enter("eve-" + System.nanoTime());
		String planted = session(this.eve);
		assertThat(comesIn.apply(this.eve).status()).isIn(200, 201);
		assertThat(session(this.eve)).isNotEqualTo(planted);
		assertIsNobody(planted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"name\":\"ada\",\"password\":\"" + PASSWORD + "\"}", "{\"name\":\"a guest\"}" })
	void takeNoIdThatTheServerDidNotMake(String who) {
		Answer answer = this.eve.post("/api/session", who, "Cookie", "SESSION=" + MADE_UP + "; XSRF-TOKEN=x",
				"X-XSRF-TOKEN", "x");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.headers().allValues("Set-Cookie")).anyMatch((cookie) -> cookie.startsWith("SESSION="))
			.noneMatch((cookie) -> cookie.contains(MADE_UP));
		assertIsNobody(MADE_UP);
	}

	@Test
	void takeNoIdOutOfTheAddress() {
		this.eve.signIn("ada", PASSWORD);
		String known = session(this.eve);
		for (String name : List.of("SESSION", "session", "jsessionid", "JSESSIONID")) {
			Answer path = server.api().get("/api/session;" + name + "=" + known);
			assertThat(path.body()).doesNotContain("ada");
			assertThat(server.api().get("/api/session?" + name + "=" + known).body()).doesNotContain("ada");
		}
	}

	@Test
	void putNoIdIntoAnAddress() {
		Answer page = server.api().get("/");
		assertThat(page.body()).doesNotContainIgnoringCase("jsessionid").doesNotContain(";SESSION");
	}

	@Test
	void giveAnotherIdToWhoHasAnotherPassword() {
		Api linus = server.api();
		linus.signUp("linus", PASSWORD);
		String before = session(linus);
		assertThat(linus
			.post("/api/account/password", "{\"current\":\"" + PASSWORD + "\",\"password\":\"battery staple\"}")
			.status()).isEqualTo(204);
		assertThat(session(linus)).isNotEqualTo(before);
		assertIsNobody(before);
	}

	@Test
	void forgetTheIdOfWhoSignsOut() {
		this.eve.signIn("ada", PASSWORD);
		String before = session(this.eve);
		this.eve.delete("/api/session");
		assertIsNobody(before);
	}

	private static void assertIsNobody(String session) {
		try (RawHttp who = RawHttp.request(server.port(), "GET", "/api/session", "Cookie: SESSION=" + session)) {
			assertThat(who.body()).contains("\"name\":null");
		}
		assertThat(server.connectWithCookie("SESSION=" + session).userName()).startsWith("guest-");
	}

	private static String session(Api browser) {
		return browser.cookie("SESSION").orElseThrow();
	}

}
