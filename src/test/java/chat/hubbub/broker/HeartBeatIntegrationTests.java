package chat.hubbub.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.RawWebSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeartBeatIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--hubbub.connection.heart-beat=1s",
			"--hubbub.connection.ping=1s");

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

	/** A client that vanished without a FIN: its network drops everything. */
	@ParameterizedTest
	@CsvSource({ "/ws, 'CONNECT\naccept-version:1.2\n\n\0', 1002", "/chat/, Hello, 1008" })
	void closesAWebSocketThatAnswersNoPing(String path, String first, int code) throws IOException {
		try (RawWebSocket gone = new RawWebSocket(server.port(), path)) {
			gone.sendText(first.getBytes(StandardCharsets.US_ASCII));
			gone.awaitPing();
			gone.awaitPing();
			assertThat(gone.awaitClose()).isEqualTo(code);
		}
	}

	@Test
	void givesTheNameOfAClientThatVanishedBack() throws IOException {
		try (RawWebSocket gone = new RawWebSocket(server.port(), "/ws")) {
			gone.sendText("CONNECT\naccept-version:1.2\nlogin:gone\n\n\0".getBytes(StandardCharsets.US_ASCII));
			gone.awaitPing();
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
				RawClient back = server.open(Carrier.WEB_SOCKET_TEXT)
					.send("CONNECT", "", "accept-version:1.2", "login:gone");
				String name = back.take("CONNECTED").header("user-name");
				back.close();
				return name.equals("gone");
			});
		}
	}

	@Test
	void keepsAWebSocketThatAnswersPings() throws IOException {
		RawClient ada = server.connect(Carrier.WEB_SOCKET_TEXT, "ada");
		try (RawWebSocket gone = new RawWebSocket(server.port(), "/chat/")) {
			gone.awaitClose();
		}
		assertThat(ada.isClosed()).isFalse();
		ada.subscribe("/topic/chat");
	}

	/** The kernel's list has the timer of each connection: 2 is that of keep-alive. */
	@Test
	@EnabledOnOs(OS.LINUX)
	void hasTheKernelProbeStompOverTcp() throws IOException {
		server.connect(Carrier.TCP, "ada");
		String port = String.format(":%04X", server.stompPort());
		assertThat(Stream.of("/proc/net/tcp", "/proc/net/tcp6").map(Path::of).filter(Files::exists).flatMap((list) -> {
			try {
				return Files.readAllLines(list).stream();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		})
			.map((line) -> line.strip().split(" +"))
			.filter((fields) -> fields[1].endsWith(port) && fields[3].equals("01"))
			.map((fields) -> fields[5])).isNotEmpty().allMatch((timer) -> timer.startsWith("02:"));
	}

}
