package chat.hubbub.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Eve stores scripts wherever a text is kept, and Ada looks at them in a real browser,
 * which reports each violation of the Content-Security-Policy. Nothing runs, and nothing
 * is even tried: texts are texts. Were one not, the policy would stop it.
 */
@ExtendWith(Chromium.class)
class ScriptsIntegrationTests {

	private static final String PASSWORD = "correct horse";

	private static final JsonMapper JSON = new JsonMapper();

	/** As long as a topic's title may be, 80 characters. */
	private static final List<String> SCRIPTS = List.of("<script>window.harmed = true</script>",
			"<img src=x onerror=\"window.harmed = true\">", "<svg onload=\"window.harmed = true\">",
			"\"><script>window.harmed = true</script>", "'><img src=x onerror=window.harmed=true>",
			"</title></script><script>window.harmed=true</script>",
			"<iframe srcdoc=\"<script>parent.harmed = true</script>\">",
			"<a href=\"javascript:window.harmed=true\">x</a>", "javascript:window.harmed=true",
			"https://a.example/\" onmouseover=\"window.harmed=true",
			"https://a.example/<img/src=x/onerror=window.harmed=true>", "<style>@import 'https://evil.example'</style>",
			"<base href=\"https://evil.example/\">", "<meta http-equiv=refresh content=\"0;url=javascript:harmed=1\">",
			"{{constructor.constructor('window.harmed=true')()}}", "[[${T(java.lang.Runtime)}]]",
			"&lt;script&gt;window.harmed=true&lt;/script&gt;", "\u202e<script>window.harmed=true</script>");

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	private final List<String> violations = new CopyOnWriteArrayList<>();

	private final List<AutoCloseable> open = new ArrayList<>();

	private final Browser browser;

	ScriptsIntegrationTests(Browser browser) {
		this.browser = browser;
	}

	@AfterEach
	void everybodyLeaves() throws Exception {
		for (AutoCloseable one : this.open) {
			one.close();
		}
	}

	@Test
	void neitherRunNorLoad() {
		Api eve = server.api();
		eve.signUp("eve", PASSWORD);
		Map<String, String> topics = new LinkedHashMap<>();
		for (String script : SCRIPTS) {
			String topic = "x-" + topics.size();
			String json = JSON.writeValueAsString(script);
			eve.post("/api/topics", "{\"name\":\"" + topic + "\",\"title\":" + json + ",\"description\":" + json + "}");
			server.connectWithCookie(eve.cookie()).post("/app/chat." + topic, "{\"text\":" + json + "}");
			topics.put(topic, script);
		}
		Person ada = watched("eve").open("");
		ada.signIn("eve", PASSWORD);
		ada.connected();
		topics.forEach((topic, script) -> {
			ada.open("#/" + topic);
			assertThat(ada.heading()).hasText(script);
			assertThat(ada.page().locator("#topic-description")).hasText(script);
			assertThat(ada.messages()).hasText(new String[] { script });
			assertThat(ada.sidebar()).containsText(script);
			ada.messages().first().hover();
			ada.button("Topic settings").click();
			assertThat(ada.field("Topic title")).hasValue(script);
			ada.page().reload();
			ada.connected();
			assertUnharmed(ada);
		});
	}

	/** As if a name had got past the server's checks, or somebody wrote into its file. */
	@Test
	void doNothingInANameEither() {
		String topic = server.newTopic();
		StompClient eve = server.connect("eve-2");
		SCRIPTS.forEach((script) -> {
			String name = "{\"name\":" + JSON.writeValueAsString(script) + ",\"password\":";
			assertThat(server.api().post("/api/session", name + "null}").code()).isEqualTo("name.ill-formed");
			assertThat(server.api().post("/api/accounts", name + "\"" + PASSWORD + "\"}").code())
				.isEqualTo("name.ill-formed");
			String text = Integer.toString(SCRIPTS.indexOf(script));
			eve.post("/app/chat." + topic, "{\"text\":\"" + text + "\"}");
			server.bean(JdbcClient.class)
				.sql("update event set sender = ? where topic = ? and text = ?")
				.params(script, topic, text)
				.update();
		});
		Person ada = watched("ada").join().open("#/" + topic);
		assertThat(ada.messages()).hasCount(SCRIPTS.size());
		assertThat(ada.page().locator(".message__sender")).hasText(SCRIPTS.toArray(String[]::new));
		assertUnharmed(ada);
	}

	/** All that people do, with both transports. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void areNotMissedByThePage(boolean webSocket) {
		Person ada = watched("ada-" + webSocket);
		if (!webSocket) {
			ada.page().addInitScript("window.WebSocket = class { constructor() { throw new Error('none here'); } };");
		}
		ada.signUp(PASSWORD).create("Usual things " + webSocket).write("see https://example.org").write("bye");
		assertThat(ada.messages()).hasCount(2);
		ada.button("Topic settings").click();
		ada.field("Topic title").fill("Other things " + webSocket);
		ada.button("Save").click();
		assertThat(ada.heading()).hasText("Other things " + webSocket);
		ada.go("Lobby");
		ada.page().reload();
		ada.connected();
		assertUnharmed(ada);
	}

	/** The last line of defence, with markup that is put into the page on purpose. */
	@ParameterizedTest
	@MethodSource("injections")
	void wouldBeStoppedByThePolicy(String directive, String injection) {
		Person ada = watched("ada").open("");
		assertThat(ada.field("Your name")).isVisible();
		inject(ada.page(), injection);
		ada.page().waitForCondition(() -> !this.violations.isEmpty());
		assertThat(this.violations).allMatch((violation) -> violation.startsWith(directive + " "));
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
	void wouldRunWithoutThePolicy() {
		BrowserContext context = this.browser.newContext(new Browser.NewContextOptions().setBypassCSP(true));
		this.open.add(context);
		Page page = context.newPage();
		page.navigate(address());
		inject(page, "<script>window.harmed = true</script>");
		assertThat(page.evaluate("() => window.harmed")).isEqualTo(true);
	}

	private static void inject(Page page, String markup) {
		page.evaluate("markup => document.body.append(document.createRange().createContextualFragment(markup))",
				markup);
	}

	private void assertUnharmed(Person person) {
		assertThat(person.page().evaluate("() => window.harmed")).isNull();
		assertThat(person.page().locator("main iframe, #chat script, #chat img[src=x], #chat base, #chat style"))
			.hasCount(0);
		assertThat(this.violations).isEmpty();
		assertThat(person.complaints()).isEmpty();
	}

	/** Somebody whose browser reports each violation. */
	private Person watched(String name) {
		Person person = new Person(name, address(), this.browser);
		this.open.add(person);
		person.page()
			.exposeBinding("reportViolation", (source, arguments) -> this.violations.add(arguments[0].toString()));
		person.page().addInitScript("""
				addEventListener('securitypolicyviolation',
					event => reportViolation(`${event.effectiveDirective} ${event.blockedURI}`));""");
		return person;
	}

	private static String address() {
		return "http://localhost:" + server.port() + "/";
	}

}
