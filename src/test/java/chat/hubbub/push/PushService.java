package chat.hubbub.push;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import chat.hubbub.fixture.SelfSigned;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A push service that is as strict as the RFCs: it takes only requests whose sender has
 * identified itself (RFC 8292), with the headers of RFC 8030, and reads them as the
 * browser does (RFC 8291).
 */
final class PushService implements AutoCloseable {

	private static final Pattern AUTHORIZATION = Pattern.compile("vapid t=([^.]+\\.[^.]+)\\.([^,]+), k=(.+)");

	private static final JsonMapper JSON = new JsonMapper();

	private final Map<String, Receiver> browsers = new ConcurrentHashMap<>();

	private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();

	private final AtomicInteger status = new AtomicInteger(201);

	private final Clock clock;

	private final HttpsServer server;

	private volatile String retryAfter = "";

	PushService(SelfSigned certificate, Clock clock) throws IOException {
		this.clock = clock;
		this.server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		this.server.setHttpsConfigurator(new HttpsConfigurator(certificate.serving()));
		this.server.createContext("/", this::receive);
		this.server.start();
	}

	/** A browser subscribes; returns what it tells its server. */
	String subscribe(String name) {
		Receiver browser = new Receiver();
		this.browsers.put("/" + name, browser);
		return browser.json(origin() + "/" + name);
	}

	/** It answers with this status from now on. */
	void answer(int with, String wait) {
		this.retryAfter = wait;
		this.status.set(with);
	}

	/** The next request, which was in order. */
	Told take() throws InterruptedException {
		Told next = this.told.poll(20, TimeUnit.SECONDS);
		if (next == null) {
			throw new AssertionError("The service was told nothing");
		}
		if (!next.fault().isEmpty()) {
			throw new AssertionError(next.fault());
		}
		return next;
	}

	boolean isIdle() {
		return this.told.isEmpty();
	}

	private String origin() {
		return "https://127.0.0.1:" + this.server.getAddress().getPort();
	}

	private void receive(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			this.told.add(read(exchange, body));
			if (!this.retryAfter.isEmpty()) {
				exchange.getResponseHeaders().set("Retry-After", this.retryAfter);
			}
			exchange.sendResponseHeaders(this.status.get(), -1);
		}
	}

	private Told read(HttpExchange exchange, byte[] body) {
		String browser = exchange.getRequestURI().getPath();
		try {
			requireHeaders(exchange.getRequestHeaders());
			requireSender(exchange.getRequestHeaders().getFirst("Authorization"));
			String text = new String(this.browsers.get(browser).decrypt(body), StandardCharsets.UTF_8);
			return new Told(browser.substring(1), JSON.readTree(text), exchange.getRequestHeaders().getFirst("Topic"),
					"");
		}
		catch (AssertionError | RuntimeException | GeneralSecurityException ex) {
			return new Told(browser, JSON.createObjectNode(), "", ex.toString());
		}
	}

	private static void requireHeaders(Headers headers) {
		require(headers.getFirst("Content-Encoding"), "aes128gcm");
		require(headers.getFirst("Ttl"), "[0-9]{1,6}");
		require(headers.getFirst("Urgency"), "high");
		require(headers.getFirst("Topic"), "[A-Za-z0-9_-]{1,32}");
	}

	private void requireSender(String authorization) throws GeneralSecurityException {
		Matcher parts = AUTHORIZATION.matcher(authorization);
		require(authorization, AUTHORIZATION.pattern());
		if (!parts.matches()) {
			throw new AssertionError(authorization);
		}
		Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
		check.initVerify(Curve.publicKey(Base64.getUrlDecoder().decode(parts.group(3))));
		check.update(parts.group(1).getBytes(StandardCharsets.US_ASCII));
		if (!check.verify(Base64.getUrlDecoder().decode(parts.group(2)))) {
			throw new AssertionError("The signature is not that of the key");
		}
		String[] token = parts.group(1).split("\\.");
		require(json(token[0]).path("alg").asString(), "ES256");
		JsonNode claims = json(token[1]);
		require(claims.path("aud").asString(), Pattern.quote(origin()));
		require(claims.path("sub").asString(), "https?://localhost:[0-9]+");
		long left = claims.path("exp").asLong() - this.clock.instant().getEpochSecond();
		if (left <= 0 || left > 24 * 60 * 60) {
			throw new AssertionError("The token is valid for " + left + " s");
		}
	}

	private static JsonNode json(String part) {
		return JSON.readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
	}

	private static void require(String value, String pattern) {
		if (value == null || !value.matches(pattern)) {
			throw new AssertionError(value + " instead of " + pattern);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/**
	 * A message for a browser.
	 *
	 * @param browser its name
	 * @param notice its content
	 * @param topic the topic of the request
	 * @param fault the reason why the request is refused, otherwise empty
	 */
	record Told(String browser, JsonNode notice, String topic, String fault) {

	}

}
