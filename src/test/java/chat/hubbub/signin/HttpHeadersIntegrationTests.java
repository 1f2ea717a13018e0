package chat.hubbub.signin;

import java.util.List;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.HubbubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The headers with which browsers protect the page. */
class HttpHeadersIntegrationTests {

	@RegisterExtension
	static final HubbubServer server = new HubbubServer("--hubbub.trusted-proxies=127.0.0.1");

	private final Api browser = server.api();

	@ParameterizedTest
	@ValueSource(strings = { "/", "/join", "/start", "/admin", "/main.js", "/api/topics", "/nowhere", "/sockjs/info" })
	void areThereWhereverOneGoes(String path) {
		Answer answer = this.browser.get(path);
		assertThat(answer.header("Content-Security-Policy"))
			.contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'",
					"base-uri 'none'")
			.doesNotContain("unsafe", "http", "*", "data:");
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
		assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
	}

	@Test
	void hideTheSessionFromScriptsAndOtherSites() {
		List<String> cookies = this.browser.signUp("ada", "correct horse").headers().allValues("Set-Cookie");
		assertThat(cookies).anySatisfy((cookie) -> assertThat(cookie).startsWith("SESSION=")
			.contains("HttpOnly", "SameSite=Lax")
			.doesNotContain("Secure"));
		assertThat(cookies).filteredOn((cookie) -> cookie.startsWith("XSRF-TOKEN="))
			.last()
			.asString()
			.contains("SameSite=Lax")
			.doesNotContain("HttpOnly");
	}

	@Test
	void keepTheCookiesToTlsWhereThereIsTls() {
		List<String> cookies = this.browser
			.post("/api/accounts", "{\"name\":\"grace\",\"password\":\"correct horse\"}", "X-Forwarded-Proto", "https")
			.headers()
			.allValues("Set-Cookie");
		assertThat(cookies).hasSizeGreaterThanOrEqualTo(2)
			.allSatisfy((cookie) -> assertThat(cookie).contains("Secure"));
	}

	@Test
	void speakOfTlsOnlyWhereThereIsTls() {
		assertThat(this.browser.get("/").header("Strict-Transport-Security")).isEmpty();
	}

	@Test
	void giveNoCookieToWhoOnlyLoadsAFile() {
		assertThat(this.browser.get("/main.js").headers().allValues("Set-Cookie")).isEmpty();
		assertThat(this.browser.get("/api/topics").headers().allValues("Set-Cookie")).isEmpty();
	}

}
