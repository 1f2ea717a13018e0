package chat.hubbub.transport;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.RawHttp;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A header of 1 MB, of HTTP and of STOMP. */
class HugeHeaderIntegrationTests {

	private static final String HUGE = "x".repeat(1_000_000);

	@RegisterExtension
	static final BrokerServer server = new BrokerServer();

	@ParameterizedTest
	@ValueSource(strings = { "/", "/ws", "/chat/", "/sockjs/info", "/api/topics" })
	void isRefusedOverHttp(String path) {
		try (RawHttp refused = RawHttp.upgrade(server.port(), path, "X-Huge: " + HUGE)) {
			assertThat(refused.status()).isEqualTo(431);
		}
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void isRefusedInConnect(Carrier carrier) {
		RawClient ada = server.open(carrier).send("CONNECT", "", "accept-version:1.2", "login:" + HUGE);
		assertThat(ada.take("ERROR").code()).isEqualTo("frame.too-large");
		ada.awaitClose();
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void isRefusedInSend(Carrier carrier) {
		RawClient ada = server.connect(carrier, "ada").send("SEND", "tea", "destination:/app/chat", HUGE + ":x");
		assertThat(ada.take("ERROR").code()).isEqualTo("frame.too-large");
		ada.awaitClose();
	}

}
