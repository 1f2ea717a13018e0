package chat.hubbub.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

import chat.hubbub.HubbubApplication;
import chat.hubbub.fixture.Backup;
import chat.hubbub.fixture.FreePort;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.WebSocketRoute;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The server goes and comes back while pages are open: nothing is missing, nothing is
 * doubled.
 */
@ExtendWith(Chromium.class)
class RestartIntegrationTests {

	@TempDir
	Path data;

	private final Browser browser;

	private int port;

	private ConfigurableApplicationContext server;

	private Person ada;

	private Person grace;

	RestartIntegrationTests(Browser browser) {
		this.browser = browser;
	}

	@BeforeEach
	void start() {
		this.port = FreePort.find();
		startServer();
		this.ada = person("ada");
		this.grace = person("grace");
	}

	@AfterEach
	void stop() {
		this.ada.close();
		this.grace.close();
		this.server.close();
	}

	@Test
	void bothPagesRecover() {
		this.ada.join().write("before");
		this.grace.join().sees("before");
		this.server.close();
		assertThat(this.ada.linkState()).hasText("Reconnecting");
		assertThat(this.ada.page().locator("#notice span"))
			.hasText("The server is restarting. This page connects again by itself.");
		startServer();
		this.ada.connected().write("after");
		assertThat(this.ada.page().locator("#notice")).isHidden();
		this.grace.connected().sees("before", "after");
		this.ada.sees("before", "after");
	}

	@Test
	void aConversationGoesOn() {
		this.ada.signUp("correct horse");
		this.grace.signUp("correct horse");
		this.ada.page().locator("#people-list button").click();
		this.ada.button("Message").click();
		assertThat(this.ada.heading()).hasText("grace");
		this.ada.write("before");
		this.grace.go("ada").sees("before");
		this.server.close();
		assertThat(this.grace.linkState()).hasText("Reconnecting");
		startServer();
		this.grace.connected().write("after").sees("before", "after");
		this.ada.connected().sees("before", "after");
	}

	@Test
	void whatIsUnreadAndALinkToAMessageOutliveIt() {
		this.ada.signUp("correct horse").write("seen").sees("seen");
		this.grace.signUp("correct horse").sees("seen");
		this.grace.create("Elsewhere");
		this.ada.write("missed").write("@grace, too").sees("seen", "missed", "@grace, too");
		Locator link = this.grace.page().locator("#topics a").first();
		assertThat(link.locator(".badge")).hasText("1");
		assertThat(this.grace.page()).hasTitle("(2) Elsewhere · Hubbub");
		this.server.close();
		this.grace.offline(true);
		assertThat(this.grace.linkState()).hasText("Offline");
		assertThat(link.locator(".badge")).hasText("1");
		startServer();
		this.ada.connected().write("meanwhile").sees("seen", "missed", "@grace, too", "meanwhile");
		this.grace.offline(false);
		this.grace.connected();
		assertThat(this.grace.page()).hasTitle("(3) Elsewhere · Hubbub");
		this.grace.page().reload();
		assertThat(this.grace.connected().page()).hasTitle("(3) Elsewhere · Hubbub");
		assertThat(link.locator(".badge")).hasText("1");
		this.grace.page().evaluate("() => location.hash = '#/lobby/2'");
		assertThat(this.grace.page().locator(".message[data-seq='2']")).isFocused();
		assertThat(this.grace.page()).hasTitle("Lobby · Hubbub");
		this.server.close();
		assertThat(this.grace.linkState()).hasText("Reconnecting");
		startServer();
		this.grace.connected().page().reload();
		assertThat(this.grace.connected().page().locator(".message[data-seq='2']")).isFocused();
		assertThat(link.locator(".badge")).hasCount(0);
	}

	/** The store has grown past the page's numbers, so that they prove nothing. */
	@Test
	void aPageWhoseServerWasSetBackShowsWhatTheServerHas() {
		this.ada.join().write("kept").sees("kept");
		Backup backup = Backup.of(this.data);
		this.grace.join().write("lost").sees("kept", "lost");
		this.ada.sees("kept", "lost");
		this.ada.offline(true);
		this.server.close();
		backup.putBack();
		startServer();
		this.grace.connected().sees("kept");
		this.grace.write("instead").write("and more").sees("kept", "instead", "and more");
		this.ada.offline(false);
		this.ada.connected().sees("kept", "instead", "and more");
	}

	/** There is no event that could say so. */
	@Test
	void aPageWhoseServerHasLostEverythingShowsNothing() throws IOException {
		this.ada.join().write("lost").sees("lost");
		this.server.close();
		assertThat(this.ada.linkState()).hasText("Reconnecting");
		FileSystemUtils.deleteRecursively(this.data);
		startServer();
		this.ada.connected().sees();
		assertThat(this.ada.page().locator("#log-top")).containsText("Nobody has said anything here yet.");
		this.ada.write("anew").sees("anew");
	}

	@Test
	void whoIsSignedInStaysSignedIn() {
		this.ada.signUp("correct horse").write("before").sees("before");
		this.server.close();
		assertThat(this.ada.linkState()).hasText("Reconnecting");
		startServer();
		this.ada.connected().write("after").sees("before", "after");
		this.ada.page().reload();
		this.ada.connected().sees("before", "after");
		this.ada.page().locator("#me").click();
		assertThat(this.ada.button("Sign out")).isVisible();
	}

	@Test
	void aMessageWrittenWhileTheServerIsAwayIsSentOnce() {
		this.ada.join().write("before");
		this.grace.join().sees("before");
		this.server.close();
		assertThat(this.ada.linkState()).hasText("Reconnecting");
		this.ada.write("written meanwhile");
		assertThat(this.ada.page().locator(".message[data-state=sending]")).containsText("written meanwhile");
		startServer();
		this.grace.connected().sees("before", "written meanwhile");
		this.ada.connected().sees("before", "written meanwhile");
		this.ada.page().reload();
		this.ada.connected().sees("before", "written meanwhile");
	}

	@Test
	void whatOthersWroteMeanwhileIsThere() {
		this.ada.join().write("before");
		this.grace.join().sees("before");
		this.server.close();
		this.ada.offline(true);
		assertThat(this.ada.linkState()).hasText("Offline");
		this.ada.write("from afar");
		startServer();
		this.grace.connected().write("one").write("two").sees("before", "one", "two");
		this.ada.offline(false);
		this.ada.connected().sees("before", "one", "two", "from afar");
		this.grace.sees("before", "one", "two", "from afar");
	}

	@Test
	void aMessageWhoseReceiptWasLostIsNotDoubled() {
		AtomicBoolean cut = new AtomicBoolean();
		this.ada.page().routeWebSocket(Pattern.compile("/ws$"), (route) -> cutOff(route, cut));
		this.ada.join().write("before").sees("before");
		cut.set(true);
		this.ada.write("stored, but not said so");
		this.grace.join().sees("before", "stored, but not said so");
		this.ada.connected().sees("before", "stored, but not said so");
		this.ada.write("after").sees("before", "stored, but not said so", "after");
		this.grace.sees("before", "stored, but not said so", "after");
	}

	@Test
	void asksForAnotherNameIfSomebodyTookItMeanwhile() {
		this.ada.join();
		this.server.close();
		this.ada.offline(true);
		startServer();
		Person impostor = person("ada").join();
		this.ada.offline(false);
		assertThat(this.ada.page().locator("#sign-in-error")).containsText("taken");
		this.ada.signIn("countess");
		this.ada.connected();
		impostor.close();
	}

	/**
	 * The next answer to this page is the last thing that does not arrive on its
	 * connection.
	 */
	private static void cutOff(WebSocketRoute page, AtomicBoolean cut) {
		WebSocketRoute upstream = page.connectToServer();
		upstream.onMessage((frame) -> {
			if (cut.get() && frame.text().startsWith("MESSAGE")) {
				cut.set(false);
				page.close();
				upstream.close();
			}
			else {
				page.send(frame.text());
			}
		});
	}

	private Person person(String name) {
		return new Person(name, "http://localhost:" + this.port + "/", this.browser);
	}

	private void startServer() {
		this.server = new SpringApplicationBuilder(HubbubApplication.class).run("--server.port=" + this.port,
				"--hubbub.data=" + this.data);
	}

}
