package chat.hubbub.security;

import java.util.List;
import java.util.stream.IntStream;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.RawHttp;
import chat.hubbub.fixture.RawTcp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Each test has an address of its own. */
class AddressIntegrationTests {

	private static final String ELSEWHERE = "127.0.0.2";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--hubbub.limits.enabled=true",
			"--hubbub.limits.address-messages=1/h burst 5", "--hubbub.limits.address-connections=20");

	@Test
	void sharesAnAddressAmongItsUsers() {
		try (RawTcp ada = new RawTcp(server, "127.0.1.1");
				RawTcp grace = new RawTcp(server, "127.0.1.1");
				RawTcp joan = new RawTcp(server, ELSEWHERE)) {
			List.of(ada, grace, joan).forEach((who) -> assertThat(who.connect("who").command()).isEqualTo("CONNECTED"));
			IntStream.range(0, 3).forEach((i) -> assertThat(post(ada).command()).isEqualTo("RECEIPT"));
			IntStream.range(0, 2).forEach((i) -> assertThat(post(grace).command()).isEqualTo("RECEIPT"));
			assertThat(post(joan).command()).isEqualTo("RECEIPT");
			Frame refusal = post(grace);
			assertThat(refusal.code()).isEqualTo("rate.limited");
			assertThat(refusal.sentence()).startsWith("Too many messages from this address");
		}
	}

	@Test
	void survivesAFloodOfConnects() {
		List<RawTcp> flood = IntStream.range(0, 100).mapToObj((i) -> new RawTcp(server, "127.0.1.2")).toList();
		List<String> answers = flood.stream()
			.map((one) -> one.connect("flood"))
			.map(AddressIntegrationTests::word)
			.toList();
		assertThat(answers).filteredOn("CONNECTED"::equals).hasSize(20);
		assertThat(answers).filteredOn("connection.limit 10"::equals).hasSize(80);
		try (RawTcp ada = new RawTcp(server, ELSEWHERE)) {
			assertThat(ada.connect("ada").command()).isEqualTo("CONNECTED");
		}
		flood.forEach(RawTcp::close);
		await().atMost(Inbox.PATIENCE).until(() -> {
			try (RawTcp later = new RawTcp(server, "127.0.1.2")) {
				return later.connect("later").is("CONNECTED");
			}
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "/ws", "/chat/", "/sockjs/000/session/websocket", "/sockjs/websocket" })
	void refusesAHandshakeTooMany(String path) {
		String address = "127.0.2." + (1 + Math.floorMod(path.hashCode(), 250));
		List<RawHttp> open = IntStream.range(0, 20)
			.mapToObj((i) -> RawHttp.upgradeFrom(address, server.port(), path.replace("session", "s" + i)))
			.toList();
		assertThat(open).extracting(RawHttp::status).containsOnly(101);
		// A connection is counted a moment after its handshake.
		await().atMost(Inbox.PATIENCE).until(() -> status(address, path) == 429);
		try (RawHttp refused = RawHttp.upgradeFrom(address, server.port(), path);
				RawHttp elsewhere = RawHttp.upgradeFrom(ELSEWHERE, server.port(), path)) {
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.header("Retry-After")).isEqualTo("10");
			assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
			assertThat(elsewhere.status()).isEqualTo(101);
		}
		open.forEach(RawHttp::close);
		await().atMost(Inbox.PATIENCE).until(() -> status(address, path) == 101);
	}

	/** Those that are no WebSocket count too. */
	@Test
	void refusesASessionOfSockJsTooMany() {
		List<RawHttp> open = IntStream.range(0, 20).mapToObj(AddressIntegrationTests::stream).toList();
		assertThat(open).extracting(RawHttp::status).containsOnly(200);
		try (RawHttp refused = stream(20)) {
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.header("Retry-After")).isEqualTo("10");
		}
		open.forEach(RawHttp::close);
	}

	@Test
	void isNotFooledByForwardedHeaders() {
		List<RawHttp> open = IntStream.range(0, 20)
			.mapToObj((i) -> RawHttp.upgradeFrom("127.0.1.3", server.port(), "/ws", "X-Forwarded-For: 192.0.2." + i,
					"Forwarded: for=192.0.2." + i))
			.toList();
		assertThat(open).extracting(RawHttp::status).containsOnly(101);
		await().atMost(Inbox.PATIENCE)
			.until(() -> status("127.0.1.3", "/ws", "X-Forwarded-For: 192.0.2.99", "Forwarded: for=192.0.2.99") == 429);
		open.forEach(RawHttp::close);
	}

	private static RawHttp stream(int number) {
		return RawHttp.request(server.port(), "POST", "/sockjs/000/stream-" + number + "/xhr_streaming");
	}

	private static int status(String address, String path, String... headers) {
		try (RawHttp one = RawHttp.upgradeFrom(address, server.port(), path, headers)) {
			return one.status();
		}
	}

	private static Frame post(RawTcp who) {
		return who.send("SEND", "tea", "destination:/app/chat", "content-type:text/plain", "receipt:r").take();
	}

	private static String word(Frame frame) {
		return frame.is("ERROR") ? frame.code() + " " + frame.header("retry-after") : frame.command();
	}

}
