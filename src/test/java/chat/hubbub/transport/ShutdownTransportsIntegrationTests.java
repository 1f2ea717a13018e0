package chat.hubbub.transport;

import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.PlainClient;
import chat.hubbub.fixture.QuietClient;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.SpringClient;
import chat.hubbub.fixture.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** A server that stops tells everybody, and lets clients read their waiting messages. */
class ShutdownTransportsIntegrationTests {

	private static final int GOING_AWAY = 1001;

	@RegisterExtension
	static final BrokerServer server = new BrokerServer();

	@RegisterExtension
	static final HubbubServer sockJsServer = new HubbubServer();

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void tellsByAnErrorBeforeTheClose(Carrier carrier) {
		RawClient ada = server.connect(carrier, "ada").subscribe("/topic/chat");
		RawClient silent = server.open(carrier);
		server.restart();
		assertThat(ada.take("ERROR").code()).isEqualTo("server.stopping");
		assertThat(ada.awaitClose()).isEqualTo(carrier.isWebSocket() ? GOING_AWAY : 0);
		assertThat(silent.take("ERROR").code()).isEqualTo("server.stopping");
		assertThat(silent.awaitClose()).isEqualTo(carrier.isWebSocket() ? GOING_AWAY : 0);
	}

	@ParameterizedTest
	@EnumSource(value = Transport.class, names = "WEB_SOCKET", mode = EnumSource.Mode.EXCLUDE)
	void tellsSockJsByAnError(Transport transport) throws Exception {
		SpringClient ada = sockJsServer.connect(transport, "ada").subscribe("/topic/chat");
		sockJsServer.restart();
		assertThat(ada.take("ERROR").code()).isEqualTo("server.stopping");
	}

	@Test
	void tellsAPlainWebSocketByTheClose() {
		PlainClient ada = sockJsServer.plain("/chat/");
		sockJsServer.restart();
		assertThat(ada.awaitClose()).isEqualTo(GOING_AWAY);
		assertThat(ada.closeReason()).isEqualTo("The server is stopping. Connect again in a moment.");
	}

	/** The others have been told already, and the web server still answers. */
	@ParameterizedTest
	@EnumSource(value = Carrier.class, names = "TCP", mode = EnumSource.Mode.EXCLUDE)
	void tellsWhoComesWhileItStops(Carrier carrier) {
		AtomicReference<RawClient> late = new AtomicReference<>();
		server.whileStopping(() -> late.set(server.open(carrier)));
		server.restart();
		assertThat(late.get().take("ERROR").code()).isEqualTo("server.stopping");
		assertThat(late.get().awaitClose()).isEqualTo(GOING_AWAY);
	}

	@Test
	void takesNobodyOverTcpWhileItStops() {
		AtomicReference<Throwable> refused = new AtomicReference<>();
		server.whileStopping(() -> refused.set(catchThrowable(() -> server.open(Carrier.TCP))));
		server.restart();
		assertThat(refused.get()).hasRootCauseInstanceOf(ConnectException.class);
	}

	@Test
	void tellsAPlainWebSocketThatComesWhileItStops() {
		AtomicReference<PlainClient> late = new AtomicReference<>();
		sockJsServer.whileStopping(() -> late.set(sockJsServer.plain("/chat/")));
		sockJsServer.restart();
		assertThat(late.get().awaitClose()).isEqualTo(GOING_AWAY);
		assertThat(late.get().closeReason()).isEqualTo("The server is stopping. Connect again in a moment.");
	}

	/** It was away for a moment, and more waits for it than its socket takes. */
	@ParameterizedTest
	@EnumSource(Carrier.class)
	void bringsWhatWaitsInTheOutboxFirst(Carrier carrier) {
		String topic = server.newTopic();
		RawClient grace = server.connect(carrier, "grace").subscribe("/topic/chat." + topic);
		grace.stopReading();
		RawClient ada = server.connect(carrier, "ada");
		String large = "x".repeat(4000);
		IntStream.range(0, 150).forEach((number) -> ada.post(topic, large));
		CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::restart);
		assertThat(ada.take("ERROR").code()).isEqualTo("server.stopping");
		grace.goOnReading();
		assertThat(grace.takeSeqs(150)).isEqualTo(LongStream.rangeClosed(1, 150).boxed().toList());
		assertThat(grace.take("ERROR").code()).isEqualTo("server.stopping");
		stopping.join();
	}

	/** A client that never reads delays the stop only as long as the limit. */
	@ParameterizedTest
	@EnumSource(value = Carrier.class, names = { "TCP", "WEB_SOCKET_BINARY" })
	void waitsNoLongerThanItsTimeToDrain(Carrier carrier) {
		String topic = server.newTopic();
		List<QuietClient> deaf = IntStream.range(0, 3)
			.mapToObj((number) -> QuietClient.connect(server, carrier, "grace").subscribe("/topic/chat." + topic))
			.toList();
		RawClient ada = server.connect(carrier, "ada");
		IntStream.range(0, 30).forEach((number) -> ada.post(topic, "👋".repeat(4000)));
		long start = System.nanoTime();
		AtomicLong end = new AtomicLong();
		server.restart(() -> end.set(System.nanoTime()));
		assertThat(Duration.ofNanos(end.get() - start)).isLessThan(Duration.ofSeconds(20));
		deaf.forEach(QuietClient::close);
	}

}
