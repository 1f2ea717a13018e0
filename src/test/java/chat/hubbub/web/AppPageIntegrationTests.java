package chat.hubbub.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import chat.hubbub.bundle.Bundle;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.TcpProxy;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The page as an app: it opens and shows messages without a network. */
@Notifies
@ExtendWith(Chromium.class)
class AppPageIntegrationTests {

	private static final String PASSWORD = "correct horse";

	/** The kept topics of the browser, as JSON. */
	private static final String KEPT = """
			() => new Promise(done => {
				const opening = indexedDB.open('hubbub /');
				opening.onsuccess = () => {
					const all = opening.result.transaction('topic').objectStore('topic').getAll();
					all.onsuccess = () => {
						opening.result.close();
						done(JSON.stringify(all.result));
					};
				};
			})""";

	@TempDir
	static Path folder;

	static HubbubServer server;

	private final Browser browser;

	private TcpProxy line;

	private Person ada;

	AppPageIntegrationTests(Browser browser) {
		this.browser = browser;
	}

	@BeforeAll
	static void start() throws IOException {
		Bundle.main(new String[] { folder.toString() });
		server = new HubbubServer("--spring.web.resources.static-locations=" + folder.toUri() + ",classpath:/static/",
				"--hubbub.limits.enabled=false");
		server.beforeAll(null);
	}

	@AfterAll
	static void stop() throws IOException {
		server.afterAll(null);
	}

	@BeforeEach
	void open() {
		this.line = new TcpProxy(server.port());
	}

	@AfterEach
	void leave() throws Exception {
		this.line.mend();
		if (this.ada != null) {
			this.ada.close();
		}
		this.line.close();
	}

	@Test
	void showsMessagesWithoutANetworkAndSendsOnceWhatWasWrittenThere() {
		Person person = signUp("ada-off");
		person.create("Kept Talk").write("one").write("two").sees("one", "two");
		awaitKept("one", "two");
		this.line.cut();
		person.page().reload();
		assertThat(person.heading()).hasText("Kept Talk");
		person.sees("one", "two");
		person.write("three");
		person.page().reload();
		assertThat(person.messages()).hasText(new String[] { "one", "two", "three" });
		Page again = person.page().context().newPage();
		person.page().close();
		again.navigate(address() + "#/kept-talk");
		assertThat(again.locator(".message__text")).hasText(new String[] { "one", "two", "three" });
		this.line.mend();
		assertThat(again.locator(".link-state__text")).hasText("Connected");
		assertThat(again.locator(".message[data-state=stored]")).hasCount(3);
		List<JsonNode> history = server.api().history("kept-talk");
		assertThat(history).extracting((message) -> message.path("text").asString())
			.containsExactly("one", "two", "three");
	}

	@Test
	void forgetsWhatWasDeletedInAnotherTopic() {
		Person person = signUp("ada-del");
		person.create("Loose Talk").write("a secret").write("no secret").sees("a secret", "no secret");
		awaitKept("a secret", "no secret");
		person.go("Lobby");
		Api other = server.api();
		other.signIn("ada-del", PASSWORD);
		this.line.cut();
		assertThat(other.delete("/api/topics/loose-talk/messages/1").status()).isEqualTo(204);
		this.line.mend();
		person.connected();
		await().until(() -> kept().contains("no secret") && !kept().contains("a secret"));
	}

	@Test
	void keepsNothingForTheNextPersonAtThisDevice() {
		Person person = signUp("ada-out");
		person.create("Private Talk").write("only for Ada").sees("only for Ada");
		awaitKept("only for Ada");
		person.choose("Sign out");
		assertThat(person.page().locator("#sign-in")).isVisible();
		await().until(() -> kept().equals("[]"));
		this.line.cut();
		person.page().reload();
		assertThat(person.page().locator("#sign-in")).isVisible();
		assertThat(person.page().locator("body")).not().containsText("only for Ada");
	}

	@Test
	void showsANoticeThatComesByPush() {
		Person person = signUp("ada-push");
		Page page = person.page();
		page.context().grantPermissions(List.of("notifications"));
		CDPSession session = page.context().newCDPSession(page);
		StringBuilder registration = new StringBuilder();
		session.on("ServiceWorker.workerRegistrationUpdated",
				(event) -> event.getAsJsonArray("registrations")
					.forEach((each) -> registration.replace(0, registration.length(),
							each.getAsJsonObject().get("registrationId").getAsString())));
		session.send("ServiceWorker.enable");
		page.waitForCondition(() -> !registration.isEmpty());
		page.navigate("about:blank");
		JsonObject push = new JsonObject();
		push.addProperty("origin", "http://localhost:" + this.line.port());
		push.addProperty("registrationId", registration.toString());
		push.addProperty("data", "{\"title\":\"grace\",\"body\":\"tea?\",\"tag\":\"films/7\",\"place\":\"#/films/7\"}");
		session.send("ServiceWorker.deliverPushMessage", push);
		page.navigate(address());
		await().untilAsserted(() -> assertThat(page.evaluate("""
				async () => {
					const registration = await navigator.serviceWorker.getRegistration();
					const shown = await registration.getNotifications();
					return shown.map(({ title, body, tag, data }) => [title, body, tag, data].join()).join();
				}""")).isEqualTo("grace,tea?,films/7,#/films/7"));
	}

	@Test
	void takesWhatAnotherAppShares() {
		Person person = signUp("ada-share");
		person.create("Shared Talk");
		assertThat(person.page().locator("#log-top")).not().containsText("Loading");
		person.page()
			.navigate(address() + "?share-title=Metropolis&share-text=&share-url=https%3A%2F%2Ffilms.example%2F1");
		assertThat(person.heading()).hasText("Shared Talk");
		assertThat(person.composer()).hasValue("Metropolis\nhttps://films.example/1");
		assertThat(person.page()).hasURL(address() + "#/shared-talk");
	}

	@Test
	void isAnAppWithItsIcons() {
		Api api = server.api();
		Api.Answer manifest = api.get("/manifest.webmanifest", "Accept-Language", "zh");
		assertThat(manifest.type()).startsWith("application/manifest+json");
		assertThat(manifest.header("Cache-Control")).isEqualTo("no-cache");
		assertThat(manifest.json().path("start_url").asString()).isEqualTo("./");
		assertThat(manifest.json().path("lang").asString()).isEqualTo("zh-Hans");
		assertThat(manifest.json().path("icons")).hasSize(3)
			.allSatisfy((icon) -> assertThat(api.get("/" + icon.path("src").asString()).type()).isEqualTo("image/png"));
		Api.Answer worker = api.get("/worker.js");
		assertThat(worker.type()).startsWith("text/javascript");
		assertThat(worker.header("Cache-Control")).isEqualTo("no-cache");
		assertThat(worker.body()).startsWith("self.build = {");
		assertThat(api.get("/worker.js", "Accept-Language", "zh").body()).isNotEqualTo(worker.body());
		String shell = api.get("/offline").body();
		assertThat(worker.body()).contains(api.get("/offline").header("Hubbub-Build"));
		assertThat(shell).contains("data-offline=\"true\"").doesNotContain("data-name=");
	}

	private Person signUp(String name) {
		this.ada = new Person(name, address(), this.browser);
		this.ada.signUp(PASSWORD);
		this.ada.page().evaluate("() => navigator.serviceWorker.ready.then(() => true)");
		return this.ada;
	}

	private void awaitKept(String... texts) {
		await().untilAsserted(() -> assertThat(kept()).contains(texts));
	}

	private String kept() {
		return String.valueOf(this.ada.page().evaluate(KEPT));
	}

	private String address() {
		return "http://localhost:" + this.line.port() + "/";
	}

}
