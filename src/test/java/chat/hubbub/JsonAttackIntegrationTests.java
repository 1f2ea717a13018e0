package chat.hubbub;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.HubbubProcess;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.SockJsPoll;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged server, with 256 MiB of heap and without rate limits. Many requests bring
 * JSON whose values take far more memory than its text, all at the same moment.
 */
class JsonAttackIntegrationTests {

	private static final int ATTACKERS = 100;

	private static final String CONNECT = "CONNECT\\naccept-version:1.2\\nhost:localhost\\nheart-beat:0,0\\n\\n\\u0000";

	@TempDir
	private Path folder;

	private HubbubProcess server;

	private int sessions;

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void servesTheOthersAfterwards() throws Exception {
		this.server = new HubbubProcess(Files.createDirectory(this.folder.resolve("data")));
		String hook = hook();
		attack((number) -> "/hooks/unknown", "{\"attachments\":[" + "{},".repeat(80_000) + "{}]}");
		attack((number) -> hook, "{\"attachments\":[" + "{},".repeat(80_000) + "{}]}");
		String names = "[" + "\"a\",".repeat(250_000) + "\"a\"]";
		attack((number) -> "/api/conversations", "{\"people\":" + names + "}");
		attackBySockJs(names);
		attackBySockJs(
				"[\"SEND\\ndestination:/app/chat\\n\\n{\\\"text\\\":[" + "{},".repeat(80_000) + "{}]}\\u0000\"]");
		try (StompClient ada = StompClient.connect(this.server.port(), "login:ada")) {
			ada.post("/app/chat", "{\"text\":\"Good morning\"}");
		}
		assertThat(new Api(this.server.port()).get("/actuator/health").body()).contains("UP");
		assertThat(this.server.log()).doesNotContain("OutOfMemoryError").contains("Hubbub is up");
	}

	private String hook() {
		Api grace = new Api(this.server.port());
		grace.signUp("grace", "correct horse");
		grace.post("/api/topics", "{\"name\":\"builds\"}");
		return "/hooks/"
				+ grace.post("/api/topics/builds/incoming-hooks", "{\"name\":\"ci\"}").json().path("token").asString();
	}

	private void attackBySockJs(String frames) throws InterruptedException {
		String session = "eve" + this.sessions++ + "-";
		for (int number = 0; number < ATTACKERS; number++) {
			SockJsPoll opened = new SockJsPoll("127.0.0.1", this.server.port(), session + number);
			assertThat(opened.open()).isEqualTo(200);
			assertThat(opened.send(CONNECT)).isEqualTo(204);
		}
		assertThat(attack((number) -> "/sockjs/000/" + session + number + "/xhr_send", frames)).doesNotContain(404);
	}

	/** All bodies are complete at once. Returns the statuses of the answers. */
	private Set<Integer> attack(IntFunction<String> paths, String json) throws InterruptedException {
		CountDownLatch armed = new CountDownLatch(ATTACKERS);
		Set<Integer> statuses = ConcurrentHashMap.newKeySet();
		List<Thread> attackers = IntStream.range(0, ATTACKERS)
			.mapToObj((number) -> new Thread(() -> send(paths.apply(number), json, armed, statuses)))
			.toList();
		attackers.forEach(Thread::start);
		for (Thread attacker : attackers) {
			attacker.join();
		}
		return statuses;
	}

	private void send(String path, String json, CountDownLatch armed, Set<Integer> statuses) {
		byte[] body = json.getBytes(StandardCharsets.US_ASCII);
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.server.port())) {
			socket.setSoTimeout((int) Inbox.PATIENCE.toMillis());
			OutputStream out = socket.getOutputStream();
			try {
				out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
						+ "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
				out.write(body, 0, body.length - 1);
			}
			finally {
				armed.countDown();
			}
			armed.await();
			out.write(body, body.length - 1, 1);
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			statuses.add(Integer.valueOf(answer.split(" ", 3)[1]));
		}
		catch (IOException ex) {
			// So it was thrown out, perhaps at once.
			armed.countDown();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
