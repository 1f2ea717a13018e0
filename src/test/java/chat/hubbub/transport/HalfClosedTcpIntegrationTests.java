package chat.hubbub.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A client that says all it has to say, closes its side, and reads on. */
class HalfClosedTcpIntegrationTests {

	private static final int PATIENCE_MILLIS = 30_000;

	private static final int POSTS = 50;

	@RegisterExtension
	static final BrokerServer server = new BrokerServer();

	@Test
	void getsEveryReceiptThatItAskedFor() throws IOException {
		try (Socket ada = new Socket(InetAddress.getLoopbackAddress(), server.stompPort())) {
			ada.setSoTimeout(PATIENCE_MILLIS);
			ada.getOutputStream().write(conversation().getBytes(StandardCharsets.UTF_8));
			ada.shutdownOutput();
			String answer = new String(ada.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer.split("\nreceipt-id:", -1)).hasSize(POSTS + 1);
		}
	}

	private static String conversation() {
		StringBuilder frames = new StringBuilder();
		frames.append(RawClient.frame("CONNECT", "", "accept-version:1.2", "host:localhost", "login:ada"));
		for (int i = 1; i <= POSTS; i++) {
			frames.append(RawClient.frame("SEND", "{\"text\":\"" + i + "\"}", "destination:/app/chat", "receipt:" + i));
		}
		return frames.toString();
	}

}
