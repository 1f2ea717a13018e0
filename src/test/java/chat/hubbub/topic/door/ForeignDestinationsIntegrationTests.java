package chat.hubbub.topic.door;

import java.util.List;
import java.util.stream.Stream;

import chat.hubbub.account.People;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Eve tries to read destinations of others. */
class ForeignDestinationsIntegrationTests {

	private static final String WHISPER = "nobody else may read this";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(Members.SETTINGS);

	private PrivateTopic secret;

	private RawClient ada;

	private String session;

	@BeforeEach
	void adaHasASecret() {
		this.secret = PrivateTopic.on(server);
		this.ada = server.open(Carrier.TCP)
			.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:ada",
					"passcode:" + People.passwordOf("ada"));
		this.session = this.ada.take("CONNECTED").header("session");
		this.ada.subscribe("/user/queue/errors").subscribe("/topic/chat");
		this.ada.post(this.secret.toString(), WHISPER);
	}

	static Stream<Arguments> patterns() {
		return carried(Stream.of("/topic/**", "/topic/*", "/topic/chat.*", "/topic/chat*", "/topic/ch?t.SECRET",
				"/topic/chat?SECRET", "/topic/?hat.SECRET", "/topic/chat.SECRE?", "/topic/*.SECRET", "/topic/chat.**",
				"/topic/{x}", "/topic/{x:.*}", "/topic/chat.{x}", "/topic/{x:chat.SECRET}", "/topic/**/**",
				"/topic/**/chat.SECRET", "/topic/chat.SECRET/**", "/topic/chat.SECRET/", "/topic//chat.SECRET",
				"/topic//chat.*", "/topic//**", "/topic///ch?t.SECRET", "/topic/c*", "/topic/t*", "/topic/p??????.*",
				"/topic/typing.*", "/topic/presence.SECRET", "/topic/typing.SECRET", "/topic/chat.SECRET",
				"/topic/chat.SECRET*", "/topic/CHAT.SECRET*", "/topic/chat/**", "/**", "/*/chat.SECRET", "**", "/*/**",
				"/t*/chat.SECRET", "//topic/chat.SECRET", "/topic/../topic/chat.SECRET*", "/topic/chat.%2A",
				"/topic/chat.SECRET ", " /topic/chat.SECRET", "/app/chat.SECRET", "/app//chat.SECRET", "/app/chat.*"));
	}

	@ParameterizedTest
	@MethodSource("patterns")
	void noSubscriptionReachesAPrivateTopic(Carrier carrier, String pattern) {
		RawClient eve = eve(carrier);
		// It does not matter whether it is refused: she must not receive the message.
		eve.request("SUBSCRIBE", "", "id:1", "destination:" + named(pattern));
		eve.request("SUBSCRIBE", "", "id:2", "destination:" + named(pattern), "since:0");
		eve.request("SUBSCRIBE", "", "id:3", "destination:" + named(pattern), "last:10");
		this.ada.post(this.secret.toString(), WHISPER);
		assertHearsNothingButTheLobby(eve);
	}

	static Stream<Arguments> queues() {
		return carried(Stream.of("/user/ada/queue/errors", "/user/ada/queue/topics", "/user/ADA/queue/errors",
				"/queue/errors-userSESSION", "/queue/topics-userSESSION", "/queue/**", "/queue/*",
				"/queue/errors-user*", "/user/**", "/user/*/queue/errors", "/user/ada/**", "/user/queue/**",
				"/user/queue/*", "/user/queue/errors-userSESSION/../errors", "/user//queue/errors",
				"/user/ada//queue/errors", "/user/queue/../ada/queue/errors", "/user/queue/{x}",
				"/user/{x}/queue/errors", "/user/queue/errors/**", "/topic/../queue/errors-userSESSION",
				"/topic/../user/ada/queue/errors", "//queue/errors-userSESSION", "/user/queue/errors-userSESSION"));
	}

	@ParameterizedTest
	@MethodSource("queues")
	void noSubscriptionReachesTheQueueOfAnother(Carrier carrier, String destination) {
		RawClient eve = eve(carrier);
		eve.request("SUBSCRIBE", "", "id:1", "destination:" + named(destination));
		assertThat(this.ada.request("SEND", "{}", "destination:/app/nowhere").isFault()).isTrue();
		assertHearsNothingButTheLobby(eve);
	}

	static Stream<Arguments> sends() {
		return carried(Stream.of("/topic/chat", "/topic/chat.SECRET", "/topic/topics", "/topic/dice",
				"/queue/errors-userSESSION", "/user/ada/queue/errors", "/user/queue/errors", "/app/chat.SECRET",
				"/app//chat.SECRET", "/app/chat.SECRET/", "/app/../topic/chat", "/app/typing.SECRET", "//topic/chat",
				"/topic//chat", "topic/chat", "/APP/chat", "/app", "/app/", "/app/chat.*", "/app/{x}",
				"/app/chat.{topic}", "/app/**"));
	}

	@ParameterizedTest
	@MethodSource("sends")
	void noSendGoesAnywhereElse(Carrier carrier, String destination) {
		RawClient eve = eve(carrier);
		this.ada.subscribe(this.secret.destination()).subscribe("/topic/topics");
		Frame plain = eve.request("SEND", "{\"text\":\"forged\"}", "destination:" + named(destination));
		assertThat(plain.isFault()).isTrue();
		eve.done("BEGIN", "", "transaction:t");
		eve.send("SEND", "{\"text\":\"forged\"}", "destination:" + named(destination), "transaction:t");
		assertThat(eve.request("COMMIT", "", "transaction:t").code()).isNotEmpty();
		Members.connect(server, carrier, "grace").done("SEND", "{\"text\":\"the end\"}", "destination:/app/chat");
		Frame next = this.ada.take("MESSAGE");
		assertThat(next.header("destination")).isEqualTo("/topic/chat");
		assertThat(next.json().path("text").asString()).isEqualTo("the end");
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "WEB_SOCKET_BINARY")
	void noHeaderMakesASendAnything(Carrier carrier) {
		RawClient eve = eve(carrier);
		RawClient grace = Members.connect(server, carrier, "grace").subscribe("/topic/chat");
		eve.done("SEND", "{\"text\":\"it is me\",\"sender\":\"ada\"}", "destination:/app/chat", "user-name:ada",
				"login:ada", "passcode:sesame", "sender:ada", "simpUser:ada", "simpSessionId:" + this.session,
				"simpDestination:/topic/chat." + this.secret, "simpMessageType:SUBSCRIBE", "simpSubscriptionId:x",
				"simpSessionAttributes:x", "nativeHeaders:x", "stompCommand:CONNECT",
				"simpOrigDestination:/user/queue/errors", "subscription:99", "message-id:99", "session:" + this.session,
				"destination:/app/chat." + this.secret, "seq:99", "ack:99", "server:x", "version:1.0");
		Frame heard = grace.take("MESSAGE");
		assertThat(heard.json().path("sender").asString()).startsWith("eve");
		assertThat(heard.json().path("topic").asString()).isEqualTo("lobby");
		assertThat(heard.header("destination")).isEqualTo("/topic/chat");
		assertThat(heard.header("subscription")).isEqualTo("/topic/chat");
		assertThat(heard.header("message-id")).isEqualTo("chat-" + heard.header("seq"));
		assertThat(heard.headers().keySet()).doesNotContain("user-name", "login", "passcode", "session", "ack")
			.noneMatch((name) -> name.startsWith("simp"));
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "WEB_SOCKET_BINARY")
	void noHeaderMakesASubscriptionSomebodyElses(Carrier carrier) {
		RawClient eve = Members.connect(server, carrier, "eve");
		eve.done("SUBSCRIBE", "", "id:1", "destination:/user/queue/errors", "simpSessionId:" + this.session,
				"simpUser:ada", "user-name:ada", "simpOrigDestination:/queue/x",
				"simpDestination:" + this.secret.destination(), "simpSubscriptionId:x",
				"destination:" + this.secret.destination(), "selector:headers.x == 1");
		assertThat(this.ada.request("SEND", "{}", "destination:/app/nowhere").isFault()).isTrue();
		this.ada.post(this.secret.toString(), WHISPER);
		assertThat(eve.request("SEND", "{}", "destination:/app/nowhere").isFault()).isTrue();
		assertThat(eve.has((frame) -> frame.is("MESSAGE"))).isFalse();
	}

	/**
	 * A guest that subscribes to errors, so that a refusal does not end the connection.
	 */
	private static RawClient eve(Carrier carrier) {
		return Members.connect(server, carrier, "eve").subscribe("/user/queue/errors");
	}

	private void assertHearsNothingButTheLobby(RawClient eve) {
		eve.subscribe("/topic/chat");
		this.ada.done("SEND", "{\"text\":\"the end\"}", "destination:/app/chat");
		Frame last = eve.take("MESSAGE");
		assertThat(last.json().path("text").asString()).isEqualTo("the end");
		assertThat(last.header("subscription")).isEqualTo("/topic/chat");
		assertThat(eve.has((frame) -> true)).isFalse();
	}

	private String named(String destination) {
		return destination.replace("SECRET", this.secret.toString()).replace("SESSION", this.session);
	}

	private static Stream<Arguments> carried(Stream<String> destinations) {
		return destinations.flatMap((destination) -> List.of(Carrier.TCP, Carrier.WEB_SOCKET_TEXT)
			.stream()
			.map((carrier) -> Arguments.of(carrier, destination)));
	}

}
