package chat.hubbub.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import chat.hubbub.fixture.RewritingProxy;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * People use the page, in real browsers, on a real server. Each test has a topic of its
 * own.
 */
class PageIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer("--hubbub.trusted-proxies=127.0.0.1");

	@Test
	void carriesMessagesBothWays() {
		Person ada = server.person("ada").join().create("Both ways");
		Person grace = server.person("grace").join().go("Both ways");
		ada.write("hello grace");
		grace.sees("hello grace");
		grace.write("hello ada");
		ada.sees("hello grace", "hello ada");
		grace.sees("hello grace", "hello ada");
		assertThat(ada.complaints()).isEmpty();
		assertThat(grace.complaints()).isEmpty();
	}

	@Test
	void showsTheHistoryAfterAReload() {
		Person ada = server.person("ada").join().create("Reload");
		ada.write("first").write("second").sees("first", "second");
		ada.page().reload();
		ada.connected().sees("first", "second");
		assertThat(ada.heading()).hasText("Reload");
		assertThat(ada.complaints()).isEmpty();
	}

	@Test
	void leavesMarkupText() {
		String script = "<script>window.harmed = true</script>";
		String image = "<img src=x onerror=\"window.harmed = true\">";
		Person ada = server.person("ada").join().create("Markup <b>bold</b>");
		Person grace = server.person("grace").join().go("Markup <b>bold</b>");
		ada.write(script).write(image);
		grace.sees(script, image);
		grace.page().reload();
		grace.connected().sees(script, image);
		assertThat(grace.page().evaluate("() => window.harmed")).isNull();
		assertThat(grace.page().locator("#log img, #log script, #topic-title b")).hasCount(0);
	}

	@Test
	void linksAddresses() {
		Person ada = server.person("ada").join().create("Links");
		ada.write("see https://example.org/a_(b). javascript:alert(1)");
		Locator links = ada.page().locator(".message__text a");
		assertThat(links).hasCount(1);
		assertThat(links).hasAttribute("href", "https://example.org/a_(b)");
		assertThat(links).hasAttribute("rel", "noopener noreferrer nofollow");
	}

	@Test
	void isLeftInAllTabsAtOnce() {
		Person ada = server.person("ada").join();
		Person otherTab = ada.anotherTab().connected();
		ada.choose("Leave");
		assertThat(ada.field("Your name")).isVisible();
		assertThat(otherTab.field("Your name")).isVisible();
		assertThat(otherTab.page().locator("#sign-in")).containsText("You have been signed out.");
		server.person("ada").join();
	}

	@Test
	void takesAnotherNameInAllTabsAtOnce() {
		Person ada = server.person("ada").join().create("Two tabs");
		Person otherTab = ada.anotherTab().connected();
		otherTab.go("Two tabs");
		ada.choose("Change name");
		ada.field("New name").fill("countess");
		ada.field("New name").press("Enter");
		assertThat(otherTab.page().locator("#me")).containsText("countess");
		otherTab.connected().write("from the other tab");
		ada.connected().sees("from the other tab");
		assertThat(otherTab.page().locator(".message__sender").last()).hasText("countess");
		assertThat(otherTab.page().locator("#notice")).isHidden();
		assertThat(otherTab.complaints()).isEmpty();
	}

	/** A tab that asks who it is a moment before another one takes the name. */
	@Test
	void hasTheNameThatTheServerKnowsItBy() {
		Person ada = server.person("ada").join();
		Person otherTab = ada.anotherTab().connected();
		String before = otherTab.page().evaluate("() => fetch('api/session').then(answer => answer.text())").toString();
		otherTab.page()
			.route("**/api/session", (route) -> route
				.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(before)));
		ada.choose("Change name");
		ada.field("New name").fill("lovelace");
		ada.field("New name").press("Enter");
		assertThat(otherTab.page().locator("#me")).containsText("lovelace");
		otherTab.connected();
		assertThat(otherTab.complaints()).isEmpty();
	}

	@Test
	void refusesANameThatIsTaken() {
		server.person("ada").join();
		Person impostor = server.person("ada").open("");
		impostor.signIn("ADA");
		assertThat(impostor.page().locator("#sign-in-error")).containsText("taken");
		assertThat(impostor.field("Your name")).isFocused();
		impostor.signIn("grace");
		impostor.connected();
	}

	@Test
	void refusesAnIllFormedName() {
		Person ada = server.person("ada").open("");
		ada.signIn("<ada>");
		assertThat(ada.page().locator("#sign-in-error")).not().isEmpty();
		assertThat(ada.field("Your name")).hasAttribute("aria-invalid", "true");
	}

	@Test
	void announcesATopicToEverybody() {
		Person grace = server.person("grace").join();
		server.person("ada").join().create("Release party");
		grace.go("Release party");
		assertThat(grace.page()).hasURL(Pattern.compile("#/release-party$"));
	}

	@Test
	void saysWhyATopicCannotBeCreated() {
		Person ada = server.person("ada").join().create("Twice");
		ada.button("New topic").click();
		ada.field("Title").fill("Twice");
		ada.button("Create topic").click();
		assertThat(ada.page().locator("#topic-dialog-error")).not().isEmpty();
	}

	@Test
	void saysThatATopicDoesNotExist() {
		Person ada = server.person("ada").join().open("#/nowhere");
		assertThat(ada.page().getByText("There is no topic “nowhere”")).isVisible();
		assertThat(ada.composer()).isHidden();
		ada.page().getByText("Create it").click();
		ada.button("Create topic").click();
		assertThat(ada.composer()).isVisible();
	}

	@Test
	void goesBySockJsWhereWebSocketIsUnavailable() {
		// Others than ada: the server notices late that a browser by SockJS is gone.
		Person margaret = server.person("margaret");
		margaret.page().addInitScript("window.WebSocket = class { constructor() { throw new Error('none here'); } };");
		margaret.join().create("Without WebSocket");
		Person grace = server.person("grace").join().go("Without WebSocket");
		margaret.write("by another way");
		grace.sees("by another way");
		grace.write("which works");
		margaret.sees("by another way", "which works");
		assertThat(margaret.page().evaluate("() => sessionStorage.getItem('hubbub.sockjs')")).isEqualTo("true");
	}

	@Test
	void goesBySockJsWhereWebSocketNeverOpens() {
		Person katherine = server.person("katherine");
		katherine.page().routeWebSocket(Pattern.compile("/ws$"), (route) -> route.close());
		katherine.join().create("WebSocket closes").write("still here").sees("still here");
	}

	@Test
	void breaksTheLineOnShiftEnter() {
		Person ada = server.person("ada").join().create("Lines");
		ada.composer().pressSequentially("one");
		ada.composer().press("Shift+Enter");
		ada.composer().pressSequentially("two");
		double tall = ada.composer().boundingBox().height;
		ada.composer().press("Enter");
		assertThat(ada.messages()).hasCount(1);
		assertThat(ada.messages().first().innerText()).isEqualTo("one\ntwo");
		assertThat(ada.composer()).hasValue("");
		assertThat(ada.composer().boundingBox().height).isLessThan(tall);
	}

	@Test
	void sendsNothingThatIsBlankOrTooLong() {
		Person ada = server.person("ada").join().create("Blank");
		ada.write("").write("  \n ").write("a".repeat(20_001));
		assertThat(ada.page().locator("#composer-counter")).containsText("20,001 of 20,000");
		ada.write("🙂".repeat(20_000));
		assertThat(ada.messages()).hasCount(1);
		ada.sees("🙂".repeat(20_000));
	}

	@Test
	void keepsADraftForEachTopic() {
		Person ada = server.person("ada").join().create("Drafts");
		ada.composer().fill("half a sentence");
		ada.go("Lobby");
		assertThat(ada.composer()).hasValue("");
		ada.go("Drafts");
		assertThat(ada.composer()).hasValue("half a sentence");
	}

	@Test
	void changesAName() {
		Person ada = server.person("ada").join().create("Names");
		ada.write("as ada").sees("as ada");
		ada.choose("Change name");
		ada.field("New name").fill("countess");
		ada.field("New name").press("Enter");
		assertThat(ada.page().locator("#me")).containsText("countess");
		ada.connected().write("as countess").sees("as ada", "as countess");
		assertThat(ada.page().locator(".message__sender")).hasText(new String[] { "ada", "countess" });
		server.person("ada").join();
	}

	@Test
	void givesTheNameBackOnLeaving() {
		Person ada = server.person("ada").join();
		ada.choose("Leave");
		assertThat(ada.field("Your name")).isVisible();
		server.person("ada").join();
	}

	@Test
	void opensTheTopicsInADrawerWhereItIsNarrow() {
		Person ada = server.person("ada", Person.NARROW, ColorScheme.LIGHT);
		ada.join();
		assertThat(ada.sidebar()).isHidden();
		ada.button("Open the list of topics").click();
		assertThat(ada.sidebar()).isVisible();
		ada.page().keyboard().press("Escape");
		assertThat(ada.sidebar()).isHidden();
		assertThat(ada.button("Open the list of topics")).isFocused();
	}

	@Test
	void saysWhyItMayNotConnect() throws IOException {
		try (RewritingProxy proxy = new RewritingProxy(server.port());
				Person ada = new Person("ada", "http://localhost:" + proxy.port() + "/", server.browser())) {
			// It tells the server its own address, as proxies do by default.
			proxy.change((request) -> request.replace("Host: localhost:" + proxy.port() + "\r\n",
					"Host: localhost:" + server.port() + "\r\n"));
			ada.open("");
			ada.signIn("ada");
			assertThat(ada.page().locator("#notice"))
				.containsText("The server's log names the settings that allow it.");
			proxy.change(UnaryOperator.identity());
			ada.button("Try again").click();
			ada.connected();
			assertThat(ada.page().locator("#notice")).isHidden();
		}
	}

	@Test
	void staysAtThePathOfAProxy() throws IOException {
		List<String> elsewhere = new ArrayList<>();
		try (RewritingProxy proxy = new RewritingProxy(server.port())) {
			String address = "http://localhost:" + proxy.port() + "/talk/";
			proxy.change((request) -> request.replaceFirst("^([A-Z]+) /talk(/\\S*) HTTP/1.1\r\n",
					"$1 $2 HTTP/1.1\r\nX-Forwarded-Prefix: /talk\r\n"));
			try (Person ada = new Person("ada", address, server.browser())) {
				ada.page().onRequest((request) -> elsewhere.add(request.url()));
				ada.page().onWebSocket((socket) -> elsewhere.add(socket.url().replace("ws:", "http:")));
				ada.join().create("At a path").write("hello").sees("hello");
				ada.page().reload();
				ada.connected().sees("hello");
				assertThat(ada.complaints()).isEmpty();
				assertThat(elsewhere).hasSizeGreaterThan(2).allMatch((url) -> url.startsWith(address));
			}
		}
	}

}
