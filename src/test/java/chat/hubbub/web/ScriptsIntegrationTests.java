package chat.hubbub.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Bus;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
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

	private final Watch watch;

	ScriptsIntegrationTests(Browser browser) {
		this.watch = new Watch(browser, "http://localhost:" + server.port() + "/");
	}

	@AfterEach
	void everybodyLeaves() {
		this.watch.close();
	}

	@Test
	void neitherRunNorLoad() {
		Map<String, String> topics = topicsOfEve();
		Person ada = this.watch.person("eve").open("");
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
			this.watch.assertUnharmed();
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
				.sql("update message set sender = ? where topic = ? and text = ?")
				.params(script, topic, text)
				.update();
		});
		server.bean(Bus.class).publish(new AnythingChanged());
		Person ada = this.watch.person("ada").join().open("#/" + topic);
		assertThat(ada.messages()).hasCount(SCRIPTS.size());
		assertThat(ada.page().locator(".message__sender")).hasText(SCRIPTS.toArray(String[]::new));
		this.watch.assertUnharmed();
	}

	/** A topic for each script, and a message with the same in it. */
	private static Map<String, String> topicsOfEve() {
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
		return topics;
	}

}
