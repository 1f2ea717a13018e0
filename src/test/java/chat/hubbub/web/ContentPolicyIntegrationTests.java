package chat.hubbub.web;

import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The Content-Security-Policy lets the page do all it must, and a stranger nothing. */
class ContentPolicyIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer();

	private final Watch watch = server.watch();

	/** All that people do, with both transports. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void isNotViolatedByThePage(boolean webSocket) {
		Person ada = this.watch.person("ada-" + webSocket);
		if (!webSocket) {
			ada.page().addInitScript("window.WebSocket = class { constructor() { throw new Error('none here'); } };");
		}
		ada.signUp("correct horse").create("Usual things " + webSocket).write("see https://example.org").write("bye");
		assertThat(ada.messages()).hasCount(2);
		ada.button("Topic settings").click();
		ada.field("Topic title").fill("Other things " + webSocket);
		ada.button("Save").click();
		assertThat(ada.heading()).hasText("Other things " + webSocket);
		ada.go("Lobby");
		ada.page().reload();
		ada.connected();
		this.watch.assertUnharmed();
	}

	/** It has no script, so all that it does is the browser's own work. */
	@Test
	void isNotViolatedByThePageOfTheApi() {
		Person eve = this.watch.person("eve").open("api");
		assertThat(eve.page().locator("h1")).hasText("HTTP API");
		eve.page().locator("summary").filter(new Locator.FilterOptions().setHasText("/hooks/{token}")).focus();
		eve.page().keyboard().press("Enter");
		assertThat(eve.page().locator("details[open]")).containsText("Idempotency-Key");
		assertThat(eve.page().locator("script")).hasCount(0);
		this.watch.assertUnharmed();
	}

	/** The last line of defence, with markup that is put into the page on purpose. */
	@ParameterizedTest
	@MethodSource("injections")
	void stopsWhatDoesNotBelongThere(String directive, String injection) {
		Person ada = this.watch.person("ada").open("");
		assertThat(ada.field("Your name")).isVisible();
		inject(ada.page(), injection);
		ada.page().waitForCondition(() -> !this.watch.violations().isEmpty());
		assertThat(this.watch.violations()).allMatch((violation) -> violation.startsWith(directive + " "));
		assertThat(ada.page().evaluate("() => window.harmed")).isNull();
	}

	static Stream<Arguments> injections() {
		return Stream.of("script-src-elem|<script>window.harmed = true</script>",
				"script-src-attr|<img src=\"logo.svg\" onload=\"window.harmed = true\">",
				"script-src-elem|<script src=\"https://evil.example/harm.js\"></script>",
				"img-src|<img src=\"https://evil.example/pixel\">",
				"img-src|<img src=\"data:image/gif;base64,R0lGODlh\">",
				"style-src-elem|<style>body { display: none }</style>", "style-src-attr|<p style=\"color: red\">x</p>",
				"frame-src|<iframe src=\"https://evil.example/\"></iframe>",
				"base-uri|<base href=\"https://evil.example/\">",
				"object-src|<object data=\"https://evil.example/\"></object>")
			.map((line) -> line.split("\\|", 2))
			.map((parts) -> Arguments.of(parts[0], parts[1]));
	}

	/** Without the policy the same would have run. */
	@Test
	void isWhatStopsIt() {
		try (BrowserContext context = server.browser().newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
			Page page = context.newPage();
			page.navigate(server.address());
			inject(page, "<script>window.harmed = true</script>");
			assertThat(page.evaluate("() => window.harmed")).isEqualTo(true);
		}
	}

	private static void inject(Page page, String markup) {
		page.evaluate("markup => document.body.append(document.createRange().createContextualFragment(markup))",
				markup);
	}

}
