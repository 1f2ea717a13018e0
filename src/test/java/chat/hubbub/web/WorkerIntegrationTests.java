package chat.hubbub.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The service worker with a small page in several builds: a page gets the files of its
 * own build only.
 */
@ExtendWith(Chromium.class)
class WorkerIntegrationTests {

	private final Browser browser;

	private HttpServer server;

	private BrowserContext visitor;

	private volatile String build = "one";

	private volatile boolean away;

	WorkerIntegrationTests(Browser browser) {
		this.browser = browser;
	}

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
		this.visitor = this.browser.newContext();
	}

	@AfterEach
	void stop() {
		this.visitor.close();
		this.server.stop(0);
	}

	@Test
	void neverMixesTwoBuilds() {
		Page old = open();
		ready(old);
		assertThat(caches(old)).containsExactly("hubbub /app/ one");
		this.build = "two";
		Page fresh = open();
		assertThat(fresh).hasTitle("two");
		awaitCaches(fresh, "hubbub /app/ one", "hubbub /app/ two");
		assertThat(loadLazily(old)).isEqualTo("lazy one");
		assertThat(loadLazily(fresh)).isEqualTo("lazy two");
		old.reload();
		assertThat(old).hasTitle("two");
		awaitCaches(fresh, "hubbub /app/ two");
		this.away = true;
		old.reload();
		assertThat(old).hasTitle("two");
		assertThat(old.locator("body")).hasText("kept");
		assertThat(loadLazily(old)).isEqualTo("lazy two");
	}

	/** It is busy, or the browser is just leaving it. */
	@Test
	void asksAPageAgainThatDoesNotAnswer() {
		Page old = open();
		ready(old);
		old.close();
		this.build = "two";
		Page busy = this.visitor.newPage();
		busy.navigate(address() + "#busy");
		assertThat(busy).hasTitle("two");
		awaitCaches(busy, "hubbub /app/ two");
	}

	@Test
	void asksTheServerFirst() {
		Page page = open();
		ready(page);
		page.reload();
		assertThat(page.locator("body")).hasText("served");
		this.away = true;
		page.reload();
		assertThat(page.locator("body")).hasText("kept");
		this.away = false;
		page.reload();
		assertThat(page.locator("body")).hasText("served");
	}

	@Test
	void leavesOtherAddressesToTheBrowser() {
		Page page = open();
		ready(page);
		page.reload();
		this.away = true;
		for (String address : List.of("api/topics", "files/films/1/1", "admin", "other/bundle/lazy.one.js")) {
			assertThat(page.evaluate("address => fetch(address).then(({ status }) => status)", address)).isEqualTo(503);
		}
		page.navigate(address() + "admin");
		assertThat(page.locator("body")).hasText("away");
	}

	/** While a server is updated, or a login answers in its place. */
	@Test
	void keepsNothingOfAnotherBuild() {
		this.build = "broken";
		Page page = open();
		page.waitForFunction("() => window.refused");
		assertThat(caches(page)).isEmpty();
	}

	private Page open() {
		Page page = this.visitor.newPage();
		page.navigate(address());
		return page;
	}

	private static void ready(Page page) {
		page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
	}

	private static Object loadLazily(Page page) {
		return page.evaluate("() => fetch(`bundle/lazy.${document.title}.js`).then(file => file.text())");
	}

	@SuppressWarnings("unchecked")
	private static List<String> caches(Page page) {
		return (List<String>) page.evaluate("() => caches.keys()");
	}

	private static void awaitCaches(Page page, String... names) {
		await().untilAsserted(() -> assertThat(caches(page)).containsExactlyInAnyOrder(names));
	}

	private String address() {
		return "http://localhost:" + this.server.getAddress().getPort() + "/app/";
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		String now = this.build;
		if (this.away) {
			send(exchange, 503, "text/html", "away");
		}
		else if (path.equals("/app/") || path.equals("/app/offline")) {
			exchange.getResponseHeaders().set("Hubbub-Build", now.equals("broken") ? "another" : now);
			send(exchange, 200, "text/html", page(now, path.endsWith("offline") ? "kept" : "served"));
		}
		else if (path.equals("/app/worker.js")) {
			send(exchange, 200, "text/javascript", "self.build = " + files(now) + ";\n" + source("worker.js"));
		}
		else if (path.equals("/app/bundle/page." + now + ".js")) {
			send(exchange, 200, "text/javascript", script(now));
		}
		else if (path.equals("/app/bundle/lazy." + now + ".js")) {
			send(exchange, 200, "text/javascript", "lazy " + now);
		}
		else if (path.equals("/app/main/app.js")) {
			send(exchange, 200, "text/javascript", source("main/app.js"));
		}
		else {
			send(exchange, 404, "text/plain", "");
		}
	}

	private static String page(String build, String text) {
		return "<!DOCTYPE html><title>" + build + "</title><body>" + text + "<script type=module src=bundle/page."
				+ build + ".js></script>";
	}

	private static String files(String build) {
		return "{\"name\":\"" + build + "\",\"files\":[\"bundle/page." + build + ".js\",\"bundle/lazy." + build
				+ ".js\"],\"icon\":\"\"}";
	}

	private static String script(String build) {
		return "import { startWorker } from '../main/app.js'; let busy = location.hash === '#busy';"
				+ "navigator.serviceWorker.addEventListener('message', event => {"
				+ "if (busy) { busy = false; event.stopImmediatePropagation(); } }); await startWorker('" + build
				+ "'); const installing = (await navigator.serviceWorker.getRegistration())?.installing;"
				+ "window.refused = !installing;"
				+ "installing?.addEventListener('statechange', () => window.refused = installing.state === 'redundant');";
	}

	private static String source(String name) throws IOException {
		try (InputStream file = WorkerIntegrationTests.class.getResourceAsStream("/static/" + name)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
		try (exchange) {
			byte[] body = text.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", type);
			exchange.getResponseHeaders().set("Cache-Control", "no-cache");
			exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
			exchange.getResponseBody().write(body);
		}
	}

}
