package chat.hubbub.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.RawHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
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
