package chat.hubbub.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import chat.hubbub.account.invite.Invites;
import chat.hubbub.bundle.Bundle;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.HubbubServer;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The page as the jar has it: few files, compressed, which the browser keeps. */
@ExtendWith(Chromium.class)
class BundledPageIntegrationTests {

	private static final int COLD = 12;

	private static final int WARM = 2;

	@TempDir
	static Path folder;

	static HubbubServer server;

	private final Watch watch;

	BundledPageIntegrationTests(Browser browser) {
		this.watch = new Watch(browser, "http://localhost:" + server.port() + "/");
	}

	@BeforeAll
	static void start() throws IOException {
		Bundle.main(new String[] { folder.toString() });
		server = new HubbubServer("--spring.web.resources.static-locations=" + folder.toUri() + ",classpath:/static/");
		server.beforeAll(null);
	}

	@AfterAll
	static void stop() throws IOException {
		server.afterAll(null);
	}

	@AfterEach
	void everybodyLeaves() {
		this.watch.close();
	}

	@Test
	void asksForLittleAndKeepsIt() {
		Person ada = this.watch.person("ada");
		Traffic cold = new Traffic(ada.page());
		ada.join().write("hello").seesOnce("hello");
		assertThat(cold.asked()).hasSizeLessThanOrEqualTo(COLD);
		assertThat(cold.header(".*/bundle/.*", "Content-Encoding")).isNotEmpty().containsOnly("gzip");
		assertThat(cold.header(".*/bundle/.*", "Cache-Control")).containsOnly("max-age=31536000, public, immutable");
		assertThat(cold.header(ada.page().url(), "Content-Encoding")).containsOnly("gzip");

		Page again = ada.page().context().newPage();
		Traffic warm = new Traffic(again);
		again.navigate(ada.page().url());
		assertThat(again.locator(".link-state__text")).hasText("Connected");
		assertThat(warm.asked()).filteredOn((address) -> !address.contains("/api/") && !address.startsWith("ws:"))
			.hasSizeLessThanOrEqualTo(WARM);
		this.watch.assertUnharmed();
	}

	@Test
	void asksAStrangerForNothingButThePage() {
		Person eve = this.watch.person("eve").open("");
		assertThat(eve.field("Your name")).isVisible();
		Page again = eve.page().context().newPage();
		Traffic warm = new Traffic(again);
		again.navigate(eve.page().url());
		assertThat(again.locator("#sign-in h1")).hasText("Welcome to Hubbub");
		assertThat(warm.asked()).hasSizeLessThanOrEqualTo(WARM);
	}

	@Test
	void loadsSockJsOnlyWhereItIsNeeded() {
		Person grace = this.watch.person("grace");
		Traffic traffic = new Traffic(grace.page());
		grace.page().addInitScript("window.WebSocket = class { constructor() { throw new Error('none here'); } };");
		grace.join().write("by SockJS").seesOnce("by SockJS");
		assertThat(traffic.header(".*/bundle/sockjs.*", "Content-Encoding")).containsExactly("gzip");
		this.watch.assertUnharmed();
	}

	@Test
	void servesTheAdminsPageToo() {
		Person ada = this.watch.person("ada").open("");
		Traffic traffic = new Traffic(ada.page());
		String token = server.bean(Invites.class).inviteFirstAdmin().orElseThrow();
		ada.page().navigate(ada.page().url() + "join#" + token);
		ada.field("Your name").fill("admin");
		ada.field("Password").fill("correct horse");
		ada.button("Create account").click();
		ada.connected();
		ada.page().navigate("http://localhost:" + server.port() + "/admin");
		assertThat(ada.page().locator("#users .entries > li").getByText("admin").first()).isVisible();
		assertThat(traffic.header(".*/bundle/admin.*", "Content-Encoding")).isNotEmpty().containsOnly("gzip");
		assertThat(traffic.header(".*/admin", "Content-Encoding")).containsOnly("gzip");
		this.watch.assertUnharmed();
	}

	/**
	 * Responses that differ between requests and might hold a secret beside another
	 * user's text.
	 */
	@Test
	void compressesNoAnswerOfTheApi() {
		Api api = server.api();
		api.signUp("carol", "correct horse");
		Api.Answer topics = api.get("/api/topics", "Accept-Encoding", "gzip");
		assertThat(topics.header("Content-Encoding")).isEmpty();
		assertThat(api.get("/", "Accept-Encoding", "gzip").header("Content-Encoding")).isEqualTo("gzip");
	}

	/** The script draws the same anew, so nothing jumps. */
	@ParameterizedTest
	@ValueSource(ints = { Person.WIDE, Person.NARROW })
	void paintsTheChatBeforeTheScriptHasCome(int width) {
		Person ada = this.watch.person("ada").join();
		ada.page().setViewportSize(width, 800);
		Page early = withoutScript(ada, "");
		assertThat(early.locator("#chat")).isVisible();
		assertThat(early.locator("#me bdi")).hasText("ada");
		assertThat(early.locator("#topics a"))
			.hasText(ada.page().locator("#topics a").allTextContents().toArray(String[]::new));
		assertThat(places(early)).isEqualTo(places(ada.page()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "join#good" })
	void paintsTheEntranceBeforeTheScriptHasCome(String address) {
		Person eve = this.watch.person("eve");
		new Canned(eve.page()).answer("POST /api/invitation", 204, "");
		eve.open(address);
		assertThat(eve.field("Your name")).isVisible();
		Page early = withoutScript(eve, address);
		assertThat(early.locator("#sign-in")).isVisible();
		assertThat(early.locator("#sign-in")).hasText(eve.page().locator("#sign-in").textContent());
		assertThat(places(early)).isEqualTo(places(eve.page()));
	}

	private static Page withoutScript(Person person, String address) {
		Page page = person.page().context().newPage();
		page.setViewportSize(person.page().viewportSize().width, person.page().viewportSize().height);
		// The service worker of the other page may be there by now, and has the script.
		CDPSession tools = page.context().newCDPSession(page);
		tools.send("Network.enable");
		JsonObject bypass = new JsonObject();
		bypass.addProperty("bypass", true);
		tools.send("Network.setBypassServiceWorker", bypass);
		page.route((url) -> url.endsWith(".js"), Route::abort);
		page.navigate("http://localhost:" + server.port() + "/" + address);
		return page;
	}

	/** Where the page's parts are, by their ids. */
	private static Object places(Page page) {
		return page.evaluate(
				"""
						() => ['sidebar', 'topics', 'me', 'composer', 'log', 'sign-in-form', 'sign-in-submit']
							.map(id => [id, document.getElementById(id).getBoundingClientRect()])
							.map(([id, { x, y, height }]) => [id, Math.round(x), Math.round(y), Math.round(height)].join(' '))""");
	}

}
