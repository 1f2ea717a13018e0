package chat.hubbub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.HubbubProcess;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged server, with 256 MiB of heap and without rate limits. 200 connections from
 * one address make it keep as much as they can.
 */
class MemoryAttackIntegrationTests {

	private static final int ATTACKERS = 200;

	private static final int ROUNDS = 3;

	private static final int POSTS = 200;

	private static final int HISTORY = 1000;

	private static final String LONG_TEXT = "x".repeat(2_000);

	private static final String[] POST = { "destination:/app/chat", "content-type:text/plain" };

	private final CountDownLatch armed = new CountDownLatch(ATTACKERS);

	private final CountDownLatch over = new CountDownLatch(1);

	@TempDir
	private Path folder;

	private HubbubProcess server;

	@AfterEach
	void stop() {
		this.over.countDown();
		this.server.close();
	}

	@Test
	void servesTheOthersMeanwhileAndAfterwards() throws Exception {
		this.server = new HubbubProcess(Files.createDirectory(this.folder.resolve("data")));
		try (StompClient grace = StompClient.connect(this.server.port(), "login:grace")) {
			IntStream.range(0, HISTORY - 1).forEach((number) -> grace.send("SEND", LONG_TEXT, POST));
			grace.post("/app/chat", "{\"text\":\"That was a lot.\"}");
			List<Thread> attackers = IntStream.range(0, ATTACKERS).mapToObj(this::attacker).toList();
			attackers.forEach(Thread::start);
			int receipts = 0;
			while (receipts < POSTS || this.armed.getCount() > 0) {
				grace.post("/app/chat", "{\"text\":\"tea " + receipts + "\"}");
				receipts++;
			}
			this.over.countDown();
			for (Thread attacker : attackers) {
				attacker.join();
			}
			grace.post("/app/chat", "{\"text\":\"It is over.\"}");
		}
		try (StompClient ada = StompClient.connect(this.server.port(), "login:ada")) {
			ada.post("/app/chat", "{\"text\":\"Good morning\"}");
		}
		assertThat(new Api(this.server.port()).get("/actuator/health").body()).contains("UP");
		assertThat(this.server.log()).doesNotContain("OutOfMemoryError").contains("Hubbub is up");
	}

	private Thread attacker(int number) {
		List<Attack> kinds = List.of(MemoryAttackIntegrationTests::transactions,
				MemoryAttackIntegrationTests::longNames, MemoryAttackIntegrationTests::manyNames,
				MemoryAttackIntegrationTests::acknowledgements, MemoryAttackIntegrationTests::halfAFrame,
				MemoryAttackIntegrationTests::readsNothing);
		return new Thread(() -> {
			Attack kind = kinds.get(number % kinds.size());
			for (int round = 0; round < ROUNDS && this.over.getCount() > 0; round++) {
				attack(kind, number);
				if (round == 0) {
					this.armed.countDown();
				}
			}
		}, "attacker-" + number);
	}

	/** Does its worst, and stays until it is thrown out or all is over. */
	private void attack(Attack kind, int number) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.server.stompPort())) {
			OutputStream out = socket.getOutputStream();
			write(out, "CONNECT\naccept-version:1.2\nheart-beat:0,0\nlogin:eve-" + number + "\n\n\0");
			boolean reads = kind.run(out);
			this.armed.countDown();
			stay(socket, reads);
		}
		catch (IOException ex) {
			// So it was thrown out.
		}
	}

	private void stay(Socket socket, boolean reads) throws IOException {
		if (!reads) {
			awaitEnd();
			return;
		}
		socket.setSoTimeout(100);
		InputStream in = socket.getInputStream();
		byte[] bytes = new byte[64 * 1024];
		while (this.over.getCount() > 0) {
			try {
				if (in.read(bytes) < 0) {
					return;
				}
			}
			catch (SocketTimeoutException ex) {
				// It is still there.
			}
		}
	}

	private void awaitEnd() {
		try {
			this.over.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static boolean transactions(OutputStream out) throws IOException {
		String body = "x".repeat(65_000);
		for (int transaction = 0; transaction < 8; transaction++) {
			write(out, "BEGIN\ntransaction:" + transaction + "\n\n\0");
			for (int frame = 0; frame < 100; frame++) {
				write(out, "SEND\ndestination:/app/chat\ntransaction:" + transaction + "\n\n" + body + "\0");
			}
		}
		return true;
	}

	private static boolean longNames(OutputStream out) throws IOException {
		return subscribe(out, 200, 8_000, 8_000);
	}

	private static boolean manyNames(OutputStream out) throws IOException {
		return subscribe(out, 200, 250, 500);
	}

	private static boolean acknowledgements(OutputStream out) throws IOException {
		for (int number = 0; number < 60; number++) {
			write(out, "SUBSCRIBE\nid:" + "a".repeat(250) + number
					+ "\ndestination:/topic/chat\nack:client-individual\nlast:1000\n\n\0");
		}
		return true;
	}

	private static boolean halfAFrame(OutputStream out) throws IOException {
		write(out, "SEND\ndestination:/app/chat\n\n" + "x".repeat(250_000));
		return true;
	}

	private static boolean readsNothing(OutputStream out) throws IOException {
		for (int number = 0; number < 20; number++) {
			write(out, "SUBSCRIBE\nid:" + number + "\ndestination:/topic/chat\nlast:1000\n\n\0");
		}
		return false;
	}

	private static boolean subscribe(OutputStream out, int count, int idLength, int destinationLength)
			throws IOException {
		for (int number = 0; number < count; number++) {
			write(out, "SUBSCRIBE\nid:" + "i".repeat(idLength) + number + "\ndestination:/topic/"
					+ "d".repeat(destinationLength) + "\n\n\0");
		}
		return true;
	}

	private static void write(OutputStream out, String frame) throws IOException {
		out.write(frame.getBytes(StandardCharsets.UTF_8));
	}

	private interface Attack {

		/** Sends input that the server has to keep; returns whether it then reads. */
		boolean run(OutputStream out) throws IOException;

	}

}
