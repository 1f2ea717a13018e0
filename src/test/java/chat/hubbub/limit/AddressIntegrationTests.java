package chat.hubbub.limit;

import java.util.List;
import java.util.stream.IntStream;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.RawHttp;
import chat.hubbub.fixture.RawTcp;
import chat.hubbub.fixture.SockJsPoll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Each test has an address of its own. */
class AddressIntegrationTests {

	private static final String CONNECT = "CONNECT\\naccept-version:1.2\\n\\n\\u0000";

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

	/** A waiting poll needs a thread, and there are 1,024 for all. */
	@Test
	void leavesThreadsToOthersWhereSockJsIsNeverPolled() {
		SockJsPoll grace = new SockJsPoll("127.0.1.5", server.port(), "grace");
		grace.open();
		grace.send(CONNECT + "SUBSCRIBE\\nid:1\\ndestination:/topic/chat\\nreceipt:subscribed\\n\\n\\u0000");
		grace.pollUntil("receipt-id:subscribed");
		List<SockJsPoll> attack = IntStream.range(0, 100)
			.mapToObj((i) -> new SockJsPoll("127.0.1.4", server.port(), "attack-" + i))
			.toList();
		assertThat(attack.stream().map(SockJsPoll::open)).filteredOn((status) -> status == 200).hasSize(20);
		assertThat(attack.stream().map((one) -> one.send(CONNECT))).filteredOn((status) -> status == 204).hasSize(20);
		// One for each of its connections, and one for that of grace.
		assertThat(writers()).isLessThanOrEqualTo(21);
		try (RawTcp joan = new RawTcp(server, "127.0.1.6")) {
			joan.connect("joan");
			for (int number = 1; number <= 5; number++) {
				joan.send("SEND", "tea " + number, "destination:/app/chat", "content-type:text/plain", "receipt:r")
					.take();
			}
		}
		String received = grace.pollUntil("tea 5");
		assertThat(received).contains("tea 1", "tea 2", "tea 3", "tea 4");
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

	private static long writers() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((one) -> one.getName().equals("sockjs-writer"))
			.count();
	}

	private static Frame post(RawTcp who) {
		return who.send("SEND", "tea", "destination:/app/chat", "content-type:text/plain", "receipt:r").take();
	}

	private static String word(Frame frame) {
		return frame.is("ERROR") ? frame.code() + " " + frame.header("retry-after") : frame.command();
	}

}
