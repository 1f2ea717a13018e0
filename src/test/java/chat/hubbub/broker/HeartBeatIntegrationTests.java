package chat.hubbub.broker;

import java.time.Duration;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.RawClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeartBeatIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--hubbub.connection.heart-beat=1s");

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void comesFromTheServerInTheTimeThatItPromised(Carrier carrier) {
		RawClient ada = server.connect(carrier, "ada", "heart-beat:0,1000");
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> ada.heartBeats() >= 10);
		assertThat(ada.isClosed()).isFalse();
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void closesAClientThatVanishedWithoutAWord(Carrier carrier) {
		RawClient ada = server.connect(carrier, "ada", "heart-beat:1000,0");
		assertThat(ada.take("ERROR").code()).isEqualTo("heart-beat.missing");
		ada.awaitClose();
		assertThat(ada.heartBeats()).isZero();
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void keepsAClientThatSendsThem(Carrier carrier) {
		RawClient ada = server.connect(carrier, "ada", "heart-beat:1000,1000");
		RawClient silent = server.connect(carrier, "silent", "heart-beat:1000,0");
		Awaitility.await().pollInterval(Duration.ofMillis(200)).atMost(Duration.ofSeconds(30)).until(() -> {
			ada.send("\n");
			return silent.isClosed();
		});
		assertThat(ada.isClosed()).isFalse();
		ada.subscribe("/topic/chat");
	}

	/** STOMP 1.0 has no heart-beats, though a client may ask for them. */
	@ParameterizedTest
	@EnumSource(Carrier.class)
	void isNotEnforcedIn10(Carrier carrier) {
		RawClient old = server.open(carrier);
		old.send("CONNECT", "", "accept-version:1.0", "heart-beat:1000,1000");
		old.take("CONNECTED");
		RawClient silent = server.connect(carrier, "silent", "heart-beat:1000,0");
		silent.awaitClose();
		assertThat(old.isClosed()).isFalse();
		assertThat(old.heartBeats()).isZero();
	}

}
