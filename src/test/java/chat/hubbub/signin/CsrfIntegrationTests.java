package chat.hubbub.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that a page of another site sends as its visitor. */
class CsrfIntegrationTests {

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	private final Api ada = server.api();

	/** All that there are, also those of tomorrow. */
	@Test
	void refusesEveryRequestThatChangesSomethingWithoutTheToken() {
		this.ada.signUp("ada", "correct horse");
		List<String> tried = new ArrayList<>();
		mappings()
			.forEach((mapping) -> writes(mapping).forEach((method) -> mapping.getPatternValues().forEach((path) -> {
				tried.add(method + " " + path);
				for (String[] headers : forgeries()) {
					assertThat(status(method, path.replaceAll("\\{[^}]*}", "1"), headers)).as(method + " " + path)
						.isEqualTo(403);
				}
			})));
		assertThat(tried).contains("POST /api/topics", "POST /api/session", "DELETE /api/session", "POST /api/accounts",
				"POST /api/account/deletion", "DELETE /api/invites/{id}", "POST /api/tokens",
				"DELETE /api/tokens/{id}");
		assertThat(this.ada.who()).isEqualTo("ada, member");
	}

	@Test
	void takesTheTokenThatThePageGot() {
		this.ada.get("/");
		String token = this.ada.cookie("XSRF-TOKEN").orElseThrow();
		String[] page = { "Cookie", this.ada.cookie(), "Origin", "http://localhost", "X-XSRF-TOKEN", token };
		assertThat(status(RequestMethod.POST, "/api/session", page)).isEqualTo(400);
	}

	@Test
	void takesNoTokenThatIsNotInTheCookie() {
		this.ada.get("/");
		String[] page = { "Cookie", this.ada.cookie(), "X-XSRF-TOKEN", "b6a1d1c6-2f0e-4f33-8f0c-0d8c3c7a9f11" };
		assertThat(status(RequestMethod.POST, "/api/session", page)).isEqualTo(403);
	}

	/**
	 * The cookie of a browser that is signed in lends nothing to a token, nor a token to
	 * it.
	 */
	@Test
	void wantsNoTokenOfAProgramWithAnAccessToken() {
		this.ada.signUp("bearer", "correct horse");
		String bearer = "Bearer " + this.ada.token("bot");
		String[] program = { "Cookie", this.ada.cookie(), "Origin", "https://evil.example", "Authorization", bearer };
		String[] guess = { "Cookie", this.ada.cookie(), "Authorization", "Bearer hub_" + "x".repeat(43) };
		String[] other = { "Cookie", this.ada.cookie(), "Authorization", "Basic YWRhOmFkYQ==" };
		assertThat(status(RequestMethod.POST, "/api/topics", program)).isEqualTo(400);
		assertThat(status(RequestMethod.POST, "/api/topics", guess)).isEqualTo(401);
		assertThat(status(RequestMethod.POST, "/api/topics", other)).isEqualTo(403);
	}

	@Test
	void wantsNoTokenOfAProgram() {
		assertThat(status(RequestMethod.POST, "/api/session")).isEqualTo(400);
	}

	private List<String[]> forgeries() {
		String session = "SESSION=" + this.ada.cookie("SESSION").orElseThrow();
		return List.of(new String[] { "Cookie", session }, new String[] { "Cookie", this.ada.cookie() },
				new String[] { "Origin", "https://evil.example" }, new String[] { "Origin", "null" },
				new String[] { "Sec-Fetch-Site", "cross-site" },
				new String[] { "Cookie", this.ada.cookie(), "X-XSRF-TOKEN", "" });
	}

	private static Stream<RequestMappingInfo> mappings() {
		return server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
			.getHandlerMethods()
			.keySet()
			.stream();
	}

	/** One that names no method takes all. */
	private static Stream<RequestMethod> writes(RequestMappingInfo mapping) {
		Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
		return (methods.isEmpty() ? Stream.of(RequestMethod.POST) : methods.stream())
			.filter((method) -> method != RequestMethod.GET);
	}

	/**
	 * Without a body, which the controllers would refuse. Each request has its own
	 * connection, because the server may close one with an unread body.
	 */
	private static int status(RequestMethod method, String path, String... headers) {
		String[] lines = IntStream.range(0, headers.length / 2)
			.mapToObj((i) -> headers[2 * i] + ": " + headers[2 * i + 1])
			.toArray(String[]::new);
		try (RawHttp answer = RawHttp.request(server.port(), method.name(), path,
				Stream.concat(Stream.of("Content-Type: application/json"), Stream.of(lines)).toArray(String[]::new))) {
			return answer.status();
		}
	}

}
