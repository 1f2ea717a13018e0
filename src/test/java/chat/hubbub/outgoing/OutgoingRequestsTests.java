package chat.hubbub.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Requests to servers on this machine: 127.0.0.1 is in the networks of the settings,
 * 127.0.0.2 is not.
 */
class OutgoingRequestsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final String ALLOWED = "127.0.0.1";

	private static final String FORBIDDEN = "127.0.0.2";

	private final List<HttpServer> servers = new ArrayList<>();

	private final List<String> lookups = new ArrayList<>();

	private final CountDownLatch end = new CountDownLatch(1);

	private final AtomicInteger forbidden = new AtomicInteger();

	private HttpServer server;

	private OutgoingRequests requests;

	@BeforeEach
	void start() throws IOException {
		this.server = serve(ALLOWED, 0);
		answer(this.server, "/ok", 200, "hello");
		this.requests = requests(ALLOWED);
	}

	@AfterEach
	void stop() throws IOException {
		this.end.countDown();
		this.requests.destroy();
		this.servers.forEach((each) -> each.stop(0));
	}

	@Test
	void readsAndPosts() throws IOException {
		List<String> posted = new ArrayList<>();
		this.server.createContext("/post", (exchange) -> {
			posted.add(exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("Content-Type") + " "
					+ exchange.getRequestHeaders().getFirst("X-Test") + " "
					+ new String(exchange.getRequestBody().readAllBytes()));
			answer(exchange, 204, "");
		});
		Answer answer = this.requests.get(address("/ok"), "text/plain", 100, PATIENCE);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.type()).isEqualTo("text/plain");
		assertThat(answer.body()).asString().isEqualTo("hello");
		assertThat(this.requests.post(address("/post"), Map.of("X-Test", "yes"), "{}".getBytes(), PATIENCE))
			.isEqualTo(204);
		assertThat(posted).containsExactly("POST application/json yes {}");
	}

	/** One connection is used again and again, without another look-up. */
	@Test
	void looksUpAHostOnceForEachConnection() throws IOException {
		for (int i = 0; i < 3; i++) {
			this.requests.post(address("/ok"), Map.of(), "{}".getBytes(), PATIENCE);
		}
		assertThat(this.lookups).containsExactly("host.example");
	}

	@Test
	void refusesAHostWithAForbiddenAddressAmongOthers() throws IOException {
		serveForbidden();
		use(requests(ALLOWED, FORBIDDEN));
		assertForbidden("/ok");
		assertThatExceptionOfType(AddressForbidden.class)
			.isThrownBy(() -> this.requests.check(address("/ok").toString()));
	}

	/**
	 * A name server may answer the check with one address and the client with another.
	 */
	@Test
	void refusesAHostWhoseAddressIsForbiddenAtTheSecondLook() throws IOException {
		serveForbidden();
		use(requestsInTurn(ALLOWED, FORBIDDEN));
		assertThat(this.requests.check(address("/ok").toString())).isEqualTo(address("/ok"));
		assertForbidden("/ok");
		assertThat(this.lookups).hasSize(2);
	}

	/** The address that was checked is the one of the connection. */
	@Test
	void connectsToTheAddressThatItHasChecked() throws IOException {
		serveForbidden();
		use(requestsInTurn(ALLOWED, FORBIDDEN));
		assertThat(this.requests.get(address("/ok"), "*/*", 100, PATIENCE).body()).asString().isEqualTo("hello");
		assertThat(this.lookups).hasSize(1);
		assertThat(this.forbidden).hasValue(0);
	}

	@Test
	void checksEachRedirect() throws IOException {
		serveForbidden();
		redirect("/away", "http://" + FORBIDDEN + ":" + port() + "/ok");
		redirect("/file", "file:///etc/hostname");
		redirect("/again", "/ok");
		redirect("/endless", "/endless");
		assertForbidden("/away");
		assertForbidden("/file");
		Answer answer = this.requests.get(address("/again"), "*/*", 100, PATIENCE);
		assertThat(answer.body()).asString().isEqualTo("hello");
		assertThat(answer.address()).isEqualTo(address("/ok"));
		assertThatIOException().isThrownBy(() -> this.requests.get(address("/endless"), "*/*", 100, PATIENCE))
			.withMessage("Too many redirects");
	}

	@Test
	void followsNoRedirectOfAPost() throws IOException {
		redirect("/again", "/ok");
		assertThat(this.requests.post(address("/again"), Map.of(), "{}".getBytes(), PATIENCE)).isEqualTo(302);
	}

	@Test
	void readsNoMoreThanItMay() throws IOException {
		this.server.createContext("/endless", (exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			while (this.end.getCount() > 0) {
				exchange.getResponseBody().write(new byte[10_000]);
			}
		});
		assertThat(this.requests.get(address("/endless"), "*/*", 1_000, PATIENCE).body()).hasSize(1_000);
		assertThat(this.requests.post(address("/endless"), Map.of(), "{}".getBytes(), PATIENCE)).isEqualTo(200);
	}

	/** A byte now and then is no answer either. */
	@Test
	void waitsNoLongerThanItMay() throws IOException {
		this.server.createContext("/slow", (exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			while (!awaitEnd()) {
				exchange.getResponseBody().write('x');
				exchange.getResponseBody().flush();
			}
		});
		this.server.createContext("/silent", (exchange) -> {
			while (!awaitEnd()) {
				Thread.onSpinWait();
			}
			exchange.close();
		});
		Duration little = Duration.ofMillis(200);
		assertThatIOException().isThrownBy(() -> this.requests.get(address("/slow"), "*/*", 1_000_000, little))
			.withMessage("No answer in time");
		assertThatIOException().isThrownBy(() -> this.requests.get(address("/silent"), "*/*", 1_000_000, little))
			.withMessage("No answer in time");
	}

	@Test
	void sendsNoCookies() throws IOException {
		List<String> cookies = new ArrayList<>();
		this.server.createContext("/cookie", (exchange) -> {
			cookies.add(String.valueOf(exchange.getRequestHeaders().get("Cookie")));
			exchange.getResponseHeaders().add("Set-Cookie", "a=b; Path=/");
			answer(exchange, 200, "");
		});
		this.requests.get(address("/cookie"), "*/*", 100, PATIENCE);
		this.requests.get(address("/cookie"), "*/*", 100, PATIENCE);
		assertThat(cookies).containsExactly("null", "null");
	}

	/** A receiver that has handled a request may fail afterwards. */
	@Test
	void triesNothingTwice() throws IOException {
		AtomicInteger tries = new AtomicInteger();
		this.server.createContext("/busy", (exchange) -> {
			tries.incrementAndGet();
			exchange.getResponseHeaders().add("Retry-After", "0");
			answer(exchange, 503, "");
		});
		this.server.createContext("/broken", (exchange) -> {
			tries.incrementAndGet();
			exchange.close();
		});
		assertThat(this.requests.get(address("/busy"), "*/*", 100, PATIENCE).status()).isEqualTo(503);
		assertThatIOException().isThrownBy(() -> this.requests.get(address("/broken"), "*/*", 100, PATIENCE));
		assertThat(tries).hasValue(2);
	}

	@Test
	void refusesAnUnknownHost() {
		use(new OutgoingRequests(rules(), (host) -> {
			throw new UnknownHostException(host);
		}));
		assertThatExceptionOfType(AddressForbidden.class)
			.isThrownBy(() -> this.requests.check("http://unknown.example/"));
		assertThatIOException().isThrownBy(() -> this.requests.get(address("/ok"), "*/*", 100, PATIENCE));
	}

	/** The client would look again for a host without addresses. */
	@Test
	void refusesAHostWithoutAddresses() {
		use(requests());
		assertForbidden("/ok");
	}

	private void assertForbidden(String path) {
		assertThatExceptionOfType(AddressForbidden.class)
			.isThrownBy(() -> this.requests.get(address(path), "*/*", 100, PATIENCE));
		assertThat(this.forbidden).hasValue(0);
	}

	private boolean awaitEnd() {
		try {
			return this.end.await(10, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			return true;
		}
	}

	private void use(OutgoingRequests other) {
		this.requests = other;
	}

	private OutgoingRequests requests(String... answer) {
		return new OutgoingRequests(rules(), (host) -> {
			this.lookups.add(host);
			return addresses(host, answer);
		});
	}

	/** Each look-up gets the next address, and further ones the last. */
	private OutgoingRequests requestsInTurn(String... answers) {
		return new OutgoingRequests(rules(), (host) -> {
			this.lookups.add(host);
			return addresses(host, answers[Math.min(this.lookups.size(), answers.length) - 1]);
		});
	}

	private static InetAddress[] addresses(String host, String... answer) throws UnknownHostException {
		if (!host.endsWith(".example")) {
			return InetAddress.getAllByName(host);
		}
		List<InetAddress> addresses = new ArrayList<>();
		for (String each : answer) {
			addresses.add(InetAddress.getByName(each));
		}
		return addresses.toArray(InetAddress[]::new);
	}

	private static AddressRules rules() {
		return new AddressRules(new OutgoingProperties(List.of(ALLOWED), Set.of(80, 443)));
	}

	private void serveForbidden() throws IOException {
		serve(FORBIDDEN, port()).createContext("/", (exchange) -> {
			this.forbidden.incrementAndGet();
			answer(exchange, 200, "secret");
		});
	}

	private HttpServer serve(String address, int port) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
		server.setExecutor((task) -> new Thread(task).start());
		server.start();
		this.servers.add(server);
		return server;
	}

	private void redirect(String path, String to) {
		this.server.createContext(path, (exchange) -> {
			exchange.getResponseHeaders().add("Location", to);
			answer(exchange, 302, "");
		});
	}

	private static void answer(HttpServer server, String path, int status, String body) {
		server.createContext(path, (exchange) -> answer(exchange, status, body));
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		exchange.getRequestBody().readAllBytes();
		exchange.getResponseHeaders().add("Content-Type", "text/plain");
		exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
		exchange.getResponseBody().write(body.getBytes());
		exchange.close();
	}

	private URI address(String path) {
		return URI.create("http://host.example:" + port() + path);
	}

	private int port() {
		return this.server.getAddress().getPort();
	}

}
