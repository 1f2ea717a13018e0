package chat.hubbub.words;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RawTcp;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Refusals are in the language of their reader, on every way. */
class LanguageIntegrationTests {

	private static final String UNKNOWN = "没有话题“films”。";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer();

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "zh-CN,zh;q=0.9,en;q=0.8 | - | zh-Hans | 没有话题“films”。",
					"zh | language=en | en | There is no topic films.", "en | language=zh | zh-Hans | 没有话题“films”。",
					"fr | language=xx | en | There is no topic films.", "- | - | en | There is no topic films." })
	void overHttpByTheCookieThenByTheHeader(String accepted, String cookie, String language, String sentence) {
		Api.Answer answer = get("/api/topics/films", accepted, cookie);
		assertThat(answer.code()).isEqualTo("topic.unknown");
		assertThat(answer.json().path("detail").asString()).isEqualTo(sentence);
		assertThat(answer.header("Content-Language")).isEqualTo(language);
		assertThat(String.join(", ", answer.headers().allValues("Vary"))).contains("Accept-Language", "Cookie");
	}

	@Test
	void alsoBeforeAnyController() {
		assertThat(get("/api/account/none", "zh", null).json().path("detail").asString()).isEqualTo("请先登录：此处不允许访客使用。");
		assertThat(get("/none", "zh", null).json().path("detail").asString()).isEqualTo("此地址没有内容。");
	}

	@Test
	void theWholePage() {
		Api.Answer page = get("/", "zh-CN", null);
		assertThat(page.body()).contains("<html lang=\"zh-Hans\"", "欢迎使用 Hubbub").doesNotContain("Welcome to Hubbub");
		assertThat(page.header("Content-Language")).startsWith("zh");
		assertThat(String.join(", ", page.headers().allValues("Vary"))).contains("Accept-Language", "Cookie");
	}

	@Test
	void overTcpByAHeaderOfConnect() {
		try (RawTcp tcp = new RawTcp(server, "127.0.0.1")) {
			tcp.send("CONNECT", "", "accept-version:1.2", "accept-language:zh-CN,en;q=0.5");
			assertThat(tcp.take().is("CONNECTED")).isTrue();
			Frame error = tcp.send("SUBSCRIBE", "", "id:1", "destination:/topic/chat.films").take();
			assertThat(error.code()).isEqualTo("topic.unknown");
			assertThat(error.header("message")).isEqualTo(UNKNOWN);
		}
	}

	@Test
	void onTheQueueOfRefusals() {
		try (StompClient ada = StompClient.connect(server.port(), "accept-version:1.2", "accept-language:zh")) {
			ada.subscribe("/user/queue/errors");
			Frame refusal = ada.request("SEND", "{}", "destination:/app/chat.films");
			assertThat(refusal.json().path("code").asString()).isEqualTo("topic.unknown");
			assertThat(refusal.json().path("message").asString()).isEqualTo(UNKNOWN);
		}
	}

	@Test
	void overAWebSocketByItsHandshake() {
		try (StompClient ada = StompClient.connectWithCookie(server.port(), "language=zh", "accept-version:1.2")) {
			ada.subscribe("/user/queue/errors");
			Frame refusal = ada.request("SEND", "{}", "destination:/app/chat.films");
			assertThat(refusal.json().path("message").asString()).isEqualTo(UNKNOWN);
		}
	}

	private static Api.Answer get(String path, String accepted, String cookie) {
		String[] headers = { "Accept-Language", accepted, "Cookie", cookie };
		Api api = new Api(server.port());
		if (accepted == null) {
			return api.get(path);
		}
		return (cookie == null) ? api.get(path, "Accept-Language", accepted) : api.get(path, headers);
	}

}
