package chat.hubbub.transport;

import java.util.stream.Stream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Cross-site WebSocket hijacking, at every door. */
@ExtendWith(OutputCaptureExtension.class)
class OriginIntegrationTests {

	private static final String OTHER = "https://friend.example";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(
			"--hubbub.origins=https://Friend.example,http://other.example:81");

	static Stream<String> doors() {
		return Stream.of("/ws", "/chat", "/chat/", "/sockjs/websocket", "/sockjs/000/hijack/websocket");
	}

	static Stream<Arguments> hijacks() {
		int port = server.port();
		return doors().flatMap((door) -> Stream.of("https://evil.example", "null", "", "http://localhost",
				"http://localhost:1", "https://localhost:" + port, "http://localhost:" + port + ".evil.example",
				"http://localhost:" + port + "@evil.example", "http://evil.example:" + port,
				"http://localhost.evil.example:" + port, "http://127.0.0.1:" + port, "http://localhost:" + port + "/",
				"ws://localhost:" + port, "file://", "chrome-extension://abc", "http://[", "http://friend.example",
				"https://friend.example.evil.example", "https://friend.example:8443", "http://other.example",
				"https://localhost:" + port + ", http://localhost:" + port)
			.map((origin) -> Arguments.of(door, origin)));
	}

	@ParameterizedTest
	@MethodSource("hijacks")
	void refusesAPageOfAnotherSite(String door, String origin) {
		try (RawHttp refused = RawHttp.upgrade(server.port(), door, "Origin: " + origin)) {
			assertThat(refused.status()).isEqualTo(403);
			assertThat(refused.headersLike("access-control-")).isEmpty();
			assertThat(refused.headersLike("set-cookie")).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("doors")
	void isNotFooledByForwardedHeaders(String door) {
		try (RawHttp refused = RawHttp.upgrade(server.port(), door, "Origin: https://evil.example",
				"X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https",
				"Forwarded: host=evil.example;proto=https")) {
			assertThat(refused.status()).isEqualTo(403);
		}
	}

	@Test
	void namesAPageThatIsRefusedInTheLogOnce(CapturedOutput log) {
		for (String door : doors().toList()) {
			RawHttp.upgrade(server.port(), door, "Origin: https://named.example").close();
		}
		RawHttp.request(server.port(), "POST", "/api/origin", "Origin: https://named.example").close();
		await().atMost(Inbox.PATIENCE).until(() -> log.getAll().contains("hubbub.origins=https://named.example"));
		assertThat(log).containsOnlyOnce("A page of https://named.example may not connect")
			.contains("are at http://localhost:" + server.port(), "hubbub.trusted-proxies=127.0.0.1");
	}

	@Test
	void tellsAPageWhetherItMayConnect() {
		try (RawHttp refused = RawHttp.request(server.port(), "POST", "/api/origin", "Origin: https://evil.example")) {
			assertThat(refused.status()).isEqualTo(403);
			assertThat(refused.body()).contains("\"code\":\"origin.forbidden\"");
		}
		Api own = server.api();
		own.get("/");
		for (String origin : new String[] { "http://localhost:" + server.port(), OTHER }) {
			assertThat(own.post("/api/origin", "{}", "Origin", origin).status()).isEqualTo(204);
		}
	}

	@ParameterizedTest
	@MethodSource("doors")
	void letsOurOwnPageIn(String door) {
		for (String host : new String[] { "localhost:" + server.port(), "127.0.0.1:" + server.port(),
				"chat.example" }) {
			String path = door.replace("hijack", "own-" + host.hashCode());
			try (RawHttp own = RawHttp.upgrade(server.port(), path, "Host: " + host, "Origin: http://" + host)) {
				assertThat(own.status()).isEqualTo(101);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("doors")
	void letsPagesInThatTheConfigurationNames(String door) {
		for (String origin : new String[] { OTHER, "http://other.example:81" }) {
			String path = door.replace("hijack", "friend-" + origin.length());
			try (RawHttp friend = RawHttp.upgrade(server.port(), path, "Origin: " + origin)) {
				assertThat(friend.status()).isEqualTo(101);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("doors")
	void letsProgramsIn(String door) {
		try (RawHttp program = RawHttp.upgrade(server.port(), door.replace("hijack", "program"))) {
			assertThat(program.status()).isEqualTo(101);
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET,/sockjs", "GET,/sockjs/", "GET,/sockjs/info", "OPTIONS,/sockjs/info", "POST,/sockjs/000/a/xhr",
			"POST,/sockjs/000/b/xhr_streaming", "POST,/sockjs/000/c/xhr_send", "OPTIONS,/sockjs/000/d/xhr",
			"OPTIONS,/sockjs/000/d/xhr_send", "GET,/sockjs/000/e/eventsource", "GET,/sockjs/000/f/htmlfile?c=x",
			"GET,/sockjs/000/g/jsonp?c=x", "POST,/sockjs/000/h/jsonp_send", "GET,/sockjs/iframe.html",
			"GET,/sockjs;x=y/info", "GET,/%73ockjs/info", "POST,//sockjs/000/i/xhr" })
	void refusesAllOfSockJsToAPageOfAnotherSite(String method, String path) {
		try (RawHttp refused = RawHttp.request(server.port(), method, path, "Origin: https://evil.example",
				"Access-Control-Request-Method: POST")) {
			assertThat(refused.status()).isIn(400, 403, 404);
			assertThat(refused.headersLike("access-control-allow")).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "cross-site", "same-site" })
	void refusesFramesAndScriptsOfAnotherSite(String site) {
		for (String path : new String[] { "/sockjs/info", "/sockjs/000/a/htmlfile?c=x", "/sockjs/000/b/eventsource",
				"/sockjs/iframe.html" }) {
			try (RawHttp refused = RawHttp.request(server.port(), "GET", path, "Sec-Fetch-Site: " + site)) {
				assertThat(refused.status()).isEqualTo(403);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET,/sockjs/info,200", "POST,/sockjs/000/friend/xhr,200", "OPTIONS,/sockjs/000/friend/xhr_send,200" })
	void answersWithCorsToPagesThatTheConfigurationNames(String method, String path, int status) {
		try (RawHttp friend = RawHttp.request(server.port(), method, path, "Origin: " + OTHER,
				"Access-Control-Request-Method: POST")) {
			assertThat(friend.status()).isEqualTo(status);
			assertThat(friend.header("Access-Control-Allow-Origin")).isEqualTo(OTHER);
		}
	}

	@ParameterizedTest
	@CsvSource({ "POST,/sockjs/000/live/xhr_streaming", "GET,/sockjs/000/events/eventsource",
			"GET,/sockjs/000/file/htmlfile?c=x" })
	void hasProxiesPassStreamsOnAsTheyCome(String method, String path) {
		try (RawHttp stream = RawHttp.request(server.port(), method, path)) {
			assertThat(stream.status()).isEqualTo(200);
			assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
			assertThat(stream.header("Cache-Control"))
				.isEqualTo("no-store, no-cache, must-revalidate, max-age=0, no-transform");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "same-origin", "none" })
	void answersOurOwnPage(String site) {
		try (RawHttp own = RawHttp.request(server.port(), "GET", "/sockjs/info", "Sec-Fetch-Site: " + site)) {
			assertThat(own.status()).isEqualTo(200);
		}
	}

}
