package chat.hubbub.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.Role;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.RawHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Behind a proxy at 127.0.0.1, and one before that at 10.1.2.3. */
class ForwardedIntegrationTests {

	private static final int LIMIT = 3;

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--hubbub.trusted-proxies=127.0.0.1,10.0.0.0/8,2001:db8::/32",
			"--hubbub.limits.enabled=true", "--hubbub.limits.address-connections=" + LIMIT);

	private final List<RawHttp> open = new ArrayList<>();

	@AfterEach
	void close() {
		this.open.forEach(RawHttp::close);
	}

	@Test
	void countsTheClientsOfAProxyApart() {
		open("X-Forwarded-For: 192.0.2.1");
		awaitRefusal("X-Forwarded-For: 192.0.2.1");
		assertThat(status("X-Forwarded-For: 192.0.2.2")).isEqualTo(101);
	}

	@ParameterizedTest
	@ValueSource(strings = { "192.0.2.66, CLIENT", "unknown, CLIENT", "CLIENT, 10.1.2.3", "8.8.8.8, CLIENT, 10.1.2.3",
			"CLIENT:4711", "evil.example,CLIENT,10.9.9.9,10.1.2.3" })
	void takesTheLastThatIsNoProxys(String chain) {
		String client = "192.0.3." + (1 + Math.floorMod(chain.hashCode(), 250));
		open("X-Forwarded-For: " + client);
		awaitRefusal("X-Forwarded-For: " + chain.replace("CLIENT", client));
	}

	@Test
	void takesTheHeadersAsOneWhereThereAreSeveral() {
		open("X-Forwarded-For: 192.0.2.5");
		awaitRefusal("X-Forwarded-For: 192.0.2.77", "X-Forwarded-For: 192.0.2.5");
	}

	@Test
	void countsANetworkOfIPv6AsOneClient() {
		open("X-Forwarded-For: 2001:db9:1:2::1");
		awaitRefusal("X-Forwarded-For: 2001:db9:1:2:ffff::9");
		awaitRefusal("X-Forwarded-For: [2001:db9:1:2:ffff::9]:4711");
		assertThat(status("X-Forwarded-For: 2001:db9:1:3::1")).isEqualTo(101);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Forwarded: for=192.0.2.", "X-Forwarded-For: unknown192.0.2.", "X-Real-IP: 192.0.2.",
			"X-Forwarded-For: no.such.host.", "X-Forwarded-For: 999.0.0.", "X-Forwarded-For: ::gg",
			"X-Forwarded-For: " })
	void takesTheProxyForTheClientWhereItDoesNotSay(String start) {
		AtomicInteger number = new AtomicInteger();
		await().atMost(Inbox.PATIENCE).until(() -> keep("127.0.0.1", start + number.incrementAndGet()) == 429);
		this.open.forEach(RawHttp::close);
		awaitRoom("127.0.0.1");
	}

	@Test
	void doesNotBelieveWhoIsNoProxy() {
		AtomicInteger number = new AtomicInteger();
		await().atMost(Inbox.PATIENCE)
			.until(() -> keep("127.0.0.9", "X-Forwarded-For: 192.0.4." + number.incrementAndGet()) == 429);
		assertThat(number.get()).isLessThan(250);
		this.open.forEach(RawHttp::close);
		awaitRoom("127.0.0.9");
		try (RawHttp refused = RawHttp.upgradeFrom("127.0.0.9", server.port(), "/ws", "Origin: https://evil.example",
				"X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https")) {
			assertThat(refused.status()).isEqualTo(403);
		}
	}

	@Test
	void knowsItsOwnOriginFromTheProxy() {
		assertThat(status("X-Forwarded-For: 192.0.5.1", "X-Forwarded-Proto: https", "X-Forwarded-Host: chat.example",
				"Origin: https://chat.example"))
			.isEqualTo(101);
		assertThat(status("X-Forwarded-For: 192.0.5.1", "X-Forwarded-Proto: https", "Host: chat.example",
				"Origin: https://chat.example"))
			.isEqualTo(101);
		assertThat(status("X-Forwarded-For: 192.0.5.1", "X-Forwarded-Proto: https", "X-Forwarded-Host: chat.example",
				"Origin: http://localhost:" + server.port()))
			.isEqualTo(403);
		assertThat(status("X-Forwarded-For: 192.0.5.1", "X-Forwarded-Host: evil.example",
				"X-Forwarded-Host: chat.example", "Origin: http://evil.example"))
			.isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource({ "wss,https", "WSS,https", "HTTPS,https", "ws,http", "WS,http" })
	void takesTheSchemeOfAWebSocketForThatOfItsPage(String said, String scheme) {
		OriginIntegrationTests.doors().forEach((door) -> {
			try (RawHttp own = RawHttp.upgrade(server.port(), door.replace("hijack", "scheme-" + said),
					"X-Forwarded-For: 192.0.6." + (1 + Math.floorMod(door.hashCode(), 250)),
					"X-Forwarded-Proto: " + said, "X-Forwarded-Host: chat.example",
					"Origin: " + scheme + "://chat.example")) {
				assertThat(own.status()).isEqualTo(101);
			}
		});
	}

	/** Each adds to all three headers; a client has added to them before. */
	@ParameterizedTest
	@CsvSource({ "'https, http', 'chat.example, inner:81'", "'http, wss, ws', 'evil.example, chat.example, inner:81'",
			"https, chat.example", "'https, http', chat.example" })
	void takesWhatTheOutermostProxyWrote(String proto, String host) {
		String path = "X-Forwarded-For: 8.8.8.8, 192.0.5.2, 10.1.2.3";
		for (String origin : List.of("https://chat.example", "http://evil.example", "http://inner:81",
				"https://evil.example", "http://chat.example")) {
			assertThat(status(path, "X-Forwarded-Proto: " + proto, "X-Forwarded-Host: " + host, "Origin: " + origin))
				.isEqualTo(origin.equals("https://chat.example") ? 101 : 403);
		}
	}

	@Test
	void believesNoMoreValuesThanThereAreProxies() {
		assertThat(status("X-Forwarded-For: 10.1.2.3, 192.0.5.3", "X-Forwarded-Proto: http, https",
				"X-Forwarded-Host: evil.example, chat.example", "Origin: https://chat.example"))
			.isEqualTo(101);
	}

	/** All that Traefik 3 adds to a handshake whose path it strips. */
	@ParameterizedTest
	@CsvSource({ "chat.example,443", "chat.example:8443,8443" })
	void takesWhatTraefikSends(String host, String port) {
		String[] traefik = { "Host: " + host, "X-Forwarded-For: 192.0.5.4", "X-Forwarded-Host: " + host,
				"X-Forwarded-Port: " + port, "X-Forwarded-Prefix: /talk", "X-Forwarded-Proto: wss",
				"X-Forwarded-Server: edge-1", "X-Real-Ip: 192.0.5.4" };
		for (String scheme : List.of("https", "http", "wss")) {
			assertThat(status(Stream.concat(Stream.of(traefik), Stream.of("Origin: " + scheme + "://" + host))
				.toArray(String[]::new))).isEqualTo(scheme.equals("https") ? 101 : 403);
		}
	}

	@Test
	void putsThePathOfTheProxyBeforeAllThatItSays() {
		Api owner = server.api();
		owner.signUp("prefixed", "correct horse");
		Accounts accounts = server.bean(Accounts.class);
		accounts.changeRole(accounts.find(new Username("prefixed")).orElseThrow().id(), Role.ADMIN);
		owner.signIn("prefixed", "correct horse");
		String[] proxy = { "X-Forwarded-Prefix", "/talk/", "X-Forwarded-Proto", "https", "X-Forwarded-Host",
				"chat.example" };
		assertThat(owner.post("/api/invites", "{}", proxy).json().path("link").asString())
			.startsWith("https://chat.example/talk/join#");
		assertThat(owner.post("/api/topics", "{\"name\":\"prefixed\"}", proxy).header("Location"))
			.isEqualTo("/talk/api/topics/prefixed");
		Answer redirect = server.api().get("/admin", proxy);
		assertThat(redirect.status()).isBetween(302, 303);
		assertThat(redirect.header("Location")).isEqualTo("/talk/");
		Answer entered = server.api().post("/api/session", "{\"name\":\"guest of a path\"}", proxy);
		assertThat(entered.headers().allValues("Set-Cookie")).hasSize(2)
			.allMatch((cookie) -> cookie.contains("; Path=/talk; Secure;"));
		assertThat(server.api().get("/", proxy).status()).isEqualTo(200);
		assertThat(server.api().get("/main.js", proxy).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "192.0.2.1,/talk,/talk/", "192.0.2.1,talk,/", "192.0.2.1,/,/", "192.0.2.1,'',/",
			"192.0.2.1,//evil.example,/", "192.0.2.1,/a//b,/", "192.0.2.1,/../up,/", "192.0.2.1,/a/..,/",
			"192.0.2.1,/a?b,/", "192.0.2.1,/a;Secure,/", "192.0.2.1,'/evil, /talk',/talk/",
			"'192.0.2.1, 10.1.2.3','/outer, /inner',/outer/inner/",
			"'192.0.2.1, 10.1.2.3','/evil, /outer/, /inner/',/outer/inner/", "'192.0.2.1, 10.1.2.3',/talk,/talk/" })
	void takesAPathFromAsManyProxiesAsThereAre(String path, String prefix, String location) {
		Answer redirect = server.api().get("/admin", "X-Forwarded-For", path, "X-Forwarded-Prefix", prefix);
		assertThat(redirect.header("Location")).isEqualTo(location);
	}

	@Test
	void takesNoPathFromWhoIsNoProxy() {
		try (RawHttp stranger = RawHttp.requestFrom("127.0.0.9", server.port(), "GET", "/admin",
				"X-Forwarded-Prefix: /talk")) {
			assertThat(stranger.header("Location")).isEqualTo("/");
		}
	}

	private void open(String header) {
		for (int i = 0; i < LIMIT; i++) {
			assertThat(keep("127.0.0.1", header)).isEqualTo(101);
		}
	}

	/** A connection is counted a moment after its handshake. */
	private static void awaitRefusal(String... headers) {
		await().atMost(Inbox.PATIENCE).until(() -> status(headers) == 429);
	}

	private static void awaitRoom(String address) {
		await().atMost(Inbox.PATIENCE).until(() -> {
			try (RawHttp one = RawHttp.upgradeFrom(address, server.port(), "/ws")) {
				return one.status() == 101;
			}
		});
	}

	private int keep(String from, String header) {
		RawHttp one = RawHttp.upgradeFrom(from, server.port(), "/ws", header);
		this.open.add(one);
		return one.status();
	}

	private static int status(String... headers) {
		try (RawHttp one = RawHttp.upgrade(server.port(), "/ws", headers)) {
			return one.status();
		}
	}

}
