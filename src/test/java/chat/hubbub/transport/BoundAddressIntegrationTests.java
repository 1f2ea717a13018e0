package chat.hubbub.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An address of the server applies to all its listeners. */
class BoundAddressIntegrationTests {

	private static final String ELSEWHERE = "127.0.0.2";

	@RegisterExtension
	static final BrokerServer everywhere = new BrokerServer();

	@RegisterExtension
	static final BrokerServer bound = new BrokerServer("--server.address=127.0.0.1");

	@Test
	void isTheOnlyOne() {
		bound.connect(Carrier.TCP, "ada");
		bound.connect(Carrier.WEB_SOCKET_TEXT, "grace");
		for (int port : new int[] { bound.port(), bound.stompPort() }) {
			assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new Socket(ELSEWHERE, port).close());
		}
	}

	@Test
	void isAnyOneByDefault() throws IOException {
		new Socket(ELSEWHERE, everywhere.port()).close();
		new Socket(ELSEWHERE, everywhere.stompPort()).close();
	}

}
