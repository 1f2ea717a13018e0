package chat.hubbub.broker;

import java.io.IOException;
import java.time.Duration;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.RawWebSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--hubbub.connection.connect-timeout=1s");

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void greetsAClientOfStomp10(Carrier carrier) {
		Frame connected = server.open(carrier).send("CONNECT\nlogin:ada\npasscode:\n\n\0").take("CONNECTED");
		assertThat(connected.header("version")).isEqualTo("1.0");
		assertThat(connected.header("user-name")).isEqualTo("ada");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "TCP|1.0,1.1,1.2|1.2", "TCP|1.1|1.1", "TCP|1.0|1.0", "TCP|9.9,1.1|1.1",
			"WEB_SOCKET_TEXT|' 1.0 , 1.1 '|1.1", "WEB_SOCKET_BINARY|1.2, 1.1|1.2" })
	void speaksTheNewestCommonVersion(Carrier carrier, String accepted, String version) {
		Frame connected = server.open(carrier)
			.send("CONNECT", "", "accept-version:" + accepted, "host:localhost")
			.take("CONNECTED");
		assertThat(connected.header("version")).isEqualTo(version);
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void takesStompForConnect(Carrier carrier) {
		RawClient ada = server.open(carrier).send("STOMP", "", "accept-version:1.2", "host:localhost");
		assertThat(ada.take("CONNECTED").header("version")).isEqualTo("1.2");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void introducesItself(Carrier carrier) {
		String session = greeting(carrier).header("session");
		Frame other = greeting(carrier);
		assertThat(other.header("server")).isEqualTo("Hubbub");
		assertThat(other.header("heart-beat")).isEqualTo("10000,10000");
		assertThat(other.header("session")).isNotEmpty().isNotEqualTo(session);
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void listsItsVersionsToAClientThatSpeaksNone(Carrier carrier) {
		RawClient ada = server.open(carrier).send("CONNECT", "", "accept-version:2.0,2.1", "host:localhost");
		Frame error = ada.take("ERROR");
		assertThat(error.header("version")).isEqualTo("1.0,1.1,1.2");
		assertThat(error.code()).isEqualTo("connect.version");
		assertThat(ada.awaitClose()).isEqualTo(carrier.isWebSocket() ? 1002 : 0);
	}

	@ParameterizedTest
	@CsvSource({ "v10.stomp,'1.0,1.1,1.2',1.0", "v11.stomp,'1.1,1.0',1.1", "v12.stomp,'1.2',1.2",
			"v10.stomp,'1.1,1.0',1.0" })
	void speaksTheVersionOfTheSubProtocol(String subProtocol, String accepted, String version) {
		Frame connected = server.open(Carrier.WEB_SOCKET_TEXT, subProtocol)
			.send("CONNECT", "", "accept-version:" + accepted, "host:localhost")
			.take("CONNECTED");
		assertThat(connected.header("version")).isEqualTo(version);
	}

	@ParameterizedTest
	@CsvSource({ "v12.stomp,1.1,1.1", "v11.stomp,1.2,1.2", "v10.stomp,'1.1,1.2',1.2", "v12.stomp,,1.0" })
	void speaksAVersionThatIsAcceptedWhateverTheSubProtocol(String subProtocol, String accepted, String version) {
		RawClient ada = server.open(Carrier.WEB_SOCKET_TEXT, subProtocol);
		ada.send((accepted != null) ? "CONNECT\naccept-version:" + accepted + "\n\n\0" : "CONNECT\n\n\0");
		assertThat(ada.take("CONNECTED").header("version")).isEqualTo(version);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "v10.stomp, v11.stomp|v11.stomp", "v10.stomp,v11.stomp,v12.stomp|v12.stomp",
			"v99.stomp, v10.stomp|v10.stomp", "v12.stomp, v10.stomp|v12.stomp" })
	void choosesTheNewestSubProtocol(String offered, String chosen) throws IOException {
		try (RawWebSocket ada = new RawWebSocket(server.port(), "/ws", "Sec-WebSocket-Protocol: " + offered)) {
			assertThat(ada.header("Sec-WebSocket-Protocol")).isEqualTo(chosen);
		}
	}

	/** It knows neither the header nor the beats (STOMP 1.0). */
	@ParameterizedTest
	@EnumSource(Carrier.class)
	void agreesOnNoHeartBeatsIn10(Carrier carrier) {
		Frame connected = server.open(carrier)
			.send("CONNECT", "", "accept-version:1.0", "heart-beat:1000,1000")
			.take("CONNECTED");
		assertThat(connected.header("version")).isEqualTo("1.0");
		assertThat(connected.headers()).doesNotContainKey("heart-beat");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void closesAClientThatSaysNothing(Carrier carrier) {
		RawClient ada = server.open(carrier);
		assertThat(ada.take("ERROR").code()).isEqualTo("connect.missing");
		ada.awaitClose();
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void closesAClientThatSaysHalfAConnect(Carrier carrier) {
		RawClient ada = server.open(carrier).send("CONNECT\naccept-version:1.2\n");
		assertThat(ada.take("ERROR").code()).isEqualTo("connect.missing");
		ada.awaitClose();
	}

	/** Each byte alone would be a sign of life. */
	@ParameterizedTest
	@EnumSource(Carrier.class)
	void closesAClientWhoseConnectTakesTooLong(Carrier carrier) {
		RawClient ada = server.open(carrier).send("CONNECT\nlogin:");
		Awaitility.await().pollInterval(Duration.ofMillis(100)).atMost(Duration.ofSeconds(20)).until(() -> {
			ada.send("a");
			return ada.has((frame) -> frame.is("ERROR") && frame.code().equals("connect.missing"));
		});
		ada.awaitClose();
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void keepsAClientThatIsConnected(Carrier carrier) {
		RawClient ada = server.connect(carrier, "ada");
		RawClient silent = server.open(carrier);
		silent.awaitClose();
		assertThat(ada.isClosed()).isFalse();
		ada.subscribe("/topic/chat");
	}

	@ParameterizedTest
	@CsvSource({ "TCP,abc", "WEB_SOCKET_TEXT,'-1,0'", "WEB_SOCKET_BINARY,'1'" })
	void refusesAHeartBeatThatIsNone(Carrier carrier, String heartBeat) {
		RawClient ada = server.open(carrier)
			.send("CONNECT", "", "accept-version:1.2", "host:localhost", "heart-beat:" + heartBeat);
		assertThat(ada.take("ERROR").code()).isEqualTo("frame.header");
		ada.awaitClose();
	}

	private static Frame greeting(Carrier carrier) {
		return server.open(carrier).send("CONNECT", "", "accept-version:1.2", "host:localhost").take("CONNECTED");
	}

}
