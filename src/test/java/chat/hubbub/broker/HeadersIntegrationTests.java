package chat.hubbub.broker;

import java.util.stream.IntStream;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeadersIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--spring.profiles.active=developer");

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void ofASendReachSubscribersIfTheyAreCustom(Carrier carrier) {
		String topic = server.newTopic();
		RawClient grace = server.connect(carrier, "grace").subscribe("/topic/chat." + topic);
		RawClient ada = server.connect(carrier, "ada");
		ada.post(topic, "Hello", "mood:cheer\\cful\\n", "reply-to:7");
		Frame message = grace.take("MESSAGE");
		assertThat(message.header("mood")).isEqualTo("cheer:ful\n");
		assertThat(message.header("reply-to")).isEqualTo("7");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void ofASendSurviveAResumeFromTheStore(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.connect(carrier, "ada");
		ada.post(topic, "Hello", "mood:cheer\\cful\\n", "empty:");
		IntStream.range(0, 300).forEach((number) -> ada.post(topic, "more"));
		RawClient grace = server.connect(carrier, "grace").subscribe("/topic/chat." + topic, "since:0");
		Frame first = grace.take("MESSAGE");
		assertThat(first.header("mood")).isEqualTo("cheer:ful\n");
		assertThat(first.headers()).containsEntry("empty", "");
		assertThat(grace.take("MESSAGE").headers()).doesNotContainKeys("mood", "empty");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void ofASendDoNotReachSubscribersIfTheyControlIt(Carrier carrier) {
		String topic = server.newTopic();
		RawClient grace = server.connect(carrier, "grace").subscribe("/topic/chat." + topic);
		RawClient ada = server.connect(carrier, "ada");
		ada.done("BEGIN", "", "transaction:t");
		ada.send("SEND", "{\"text\":\"Hi\"}", "destination:/app/chat." + topic, "transaction:t", "receipt:secret",
				"seq:99", "subscription:forged", "message-id:forged", "ack:forged", "resume:forged", "since:1",
				"last:1", "id:forged", "simpOrigDestination:/forged", "login:ada", "passcode:sesame");
		ada.done("COMMIT", "", "transaction:t");
		Frame message = grace.take("MESSAGE");
		assertThat(message.headers().keySet()).containsExactlyInAnyOrder("subscription", "destination", "message-id",
				"seq", "content-type", "content-length");
		assertThat(message.headers().values()).doesNotContain("forged", "secret", "99");
	}

	@Test
	void ofAClientOf12BeginNoneInAFrameForAClientOf10() {
		String topic = server.newTopic();
		RawClient grace = server.open(Carrier.TCP).send("CONNECT", "");
		grace.take("CONNECTED");
		grace.subscribe("/topic/chat." + topic);
		server.connect(Carrier.TCP, "ada").post(topic, "Hello", "mood:a\\nforged\\cyes\\r\\n\\nbody");
		Frame message = grace.take("MESSAGE");
		assertThat(message.headers()).doesNotContainKey("forged").containsKey("mood");
		assertThat(message.json().path("text").asString()).isEqualTo("Hello");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void areBounded(Carrier carrier) {
		RawClient ada = server.connect(carrier, "ada").subscribe("/user/queue/errors");
		String[] many = new String[18];
		many[0] = "destination:/app/chat";
		for (int number = 1; number < many.length; number++) {
			many[number] = "h" + number + ":v";
		}
		assertThat(ada.request("SEND", "{\"text\":\"Hi\"}", many).code()).isEqualTo("frame.too-large");
		assertThat(ada.request("SEND", "{\"text\":\"Hi\"}", "destination:/app/chat", "h:" + "x".repeat(1024)).code())
			.isEqualTo("frame.too-large");
		assertThat(ada.request("SEND", "{\"text\":\"Hi\"}", "destination:/app/chat", "a\\cb:c").code())
			.isEqualTo("frame.header");
		ada.done("SEND", "{\"text\":\"Hi\"}", "destination:/app/chat", "h:" + "x".repeat(1023));
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void sayTheTypeOfABodyThatIsNoText(Carrier carrier) {
		RawClient ada = server.connect(carrier, "ada").subscribe("/topic/echo");
		byte[] image = "SEND\ndestination:/app/echo\ncontent-type:image/png\ncontent-length:4\n\n\u0000\u00ff\n!\0"
			.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
		if (carrier == Carrier.WEB_SOCKET_TEXT) {
			server.connect(Carrier.TCP, "linus").send(image);
		}
		else {
			ada.send(image);
		}
		Frame echo = ada.take("MESSAGE");
		assertThat(echo.header("content-type")).isEqualTo("image/png");
		assertThat(echo.header("content-length")).isEqualTo("4");
		assertThat(echo.body()).startsWith("\0").endsWith("\n!").hasSize(4);
	}

}
