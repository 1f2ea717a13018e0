package chat.hubbub.file;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import chat.hubbub.HubbubApplication;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.S3Server;
import chat.hubbub.fixture.StompClient;
import chat.hubbub.fixture.TcpProxy;
import chat.hubbub.picture.PictureFiles;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** A server that keeps files in an S3-compatible store. */
@ExtendWith(OutputCaptureExtension.class)
class S3FilesIntegrationTests {

	@Order(1)
	@RegisterExtension
	static final S3Server store = new S3Server();

	private static final TcpProxy line = new TcpProxy(store.port());

	@RegisterExtension
	static final HubbubServer server = new HubbubServer(settings("--hubbub.limits.enabled=false"));

	/** Larger than a part of an upload to the store. */
	private static final int SIZE = 17 * 1024 * 1024;

	@TempDir
	private Path folder;

	private static String[] settings(String... more) {
		return Stream.of(S3Server.settings(line.port()), more).flatMap(Stream::of).toArray(String[]::new);
	}

	@AfterEach
	void mend() {
		line.mend();
	}

	@AfterAll
	static void stop() {
		line.close();
	}

	@Test
	void aFileIsReadByRangesAndEndsWithItsMessage() {
		Sender ada = Sender.member(server, "ada");
		byte[] bytes = new byte[SIZE];
		new Random(SIZE).nextBytes(bytes);
		String topic = server.newTopic();
		JsonNode message = ada.send(topic, "tea.bin", bytes);
		assertThat(store.objects()).hasSize(1);
		String url = Sender.url(message);
		assertThat(Arrays.equals(ada.get(url).body(), bytes)).isTrue();
		HttpResponse<byte[]> part = ada.get(url, "Range", "bytes=16777210-16777219");
		assertThat(part.statusCode()).isEqualTo(206);
		assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 16777210-16777219/" + SIZE);
		assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, 16777210, 16777220));
		assertThat(ada.get(url, "Range", "bytes=-5").body()).isEqualTo(Arrays.copyOfRange(bytes, SIZE - 5, SIZE));
		assertThat(ada.get(url, "Range", "bytes=" + SIZE + "-").statusCode()).isEqualTo(416);
		String tag = part.headers().firstValue("ETag").orElseThrow();
		assertThat(ada.get(url, "If-None-Match", tag).statusCode()).isEqualTo(304);
		delete(ada, message);
		awaitEmpty();
		assertThat(ada.api().get(url).code()).isEqualTo("files.unknown");
	}

	@Test
	void aPictureAndItsThumbnailGoWithTheLastReference() {
		Sender linus = Sender.member(server, "linus");
		String topic = server.newTopic();
		byte[] picture = PictureFiles.corners("png", 900, 700);
		JsonNode message = linus.send(topic, "a.png", picture);
		JsonNode again = linus.send(topic, "b.png", picture);
		assertThat(store.objects()).hasSize(2);
		assertThat(linus.get(Sender.thumbnail(message)).statusCode()).isEqualTo(200);
		delete(linus, message);
		assertThat(linus.get(Sender.url(again)).statusCode()).isEqualTo(200);
		delete(linus, again);
		awaitEmpty();
	}

	private static void delete(Sender sender, JsonNode message) {
		String path = "/api/topics/" + message.path("topic").asString() + "/messages/" + message.path("seq").asLong();
		assertThat(sender.api().delete(path).status()).isEqualTo(204);
	}

	private static void awaitEmpty() {
		Awaitility.await("The objects are deleted").until(() -> store.objects().isEmpty());
	}

	@Test
	void theChatGoesOnWhileTheStoreIsAway() {
		Sender olga = Sender.member(server, "olga");
		String topic = server.newTopic();
		byte[] text = "Earl Grey".getBytes();
		JsonNode message = olga.send(topic, "notes.txt", text);
		StompClient client = server.connectWithCookie(olga.api().cookie()).subscribe("/topic/chat." + topic);
		line.cut();
		assertThat(olga.tryUpload(topic, "more.txt", "Assam".getBytes()).code()).isEqualTo("files.unavailable");
		assertThat(olga.api().get(Sender.url(message)).code()).isEqualTo("files.unavailable");
		client.post("/app/chat." + topic, "{\"text\":\"still here\"}");
		assertThat(client.takeMessage("/topic/chat." + topic).path("text").asString()).isEqualTo("still here");
		line.mend();
		assertThat(olga.get(Sender.url(message)).body()).isEqualTo(text);
		delete(olga, olga.send(topic, "more.txt", "Assam".getBytes()));
		delete(olga, message);
		awaitEmpty();
	}

	@Test
	void theHealthTellsWhetherTheStoreAnswers() {
		FilesHealthIndicator health = server.bean(FilesHealthIndicator.class);
		assertThat(health.health().getStatus()).isEqualTo(Status.UP);
		line.cut();
		health.attempt(System.nanoTime());
		assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED");
		assertThat(health.health().getDetails()).containsEntry("reason", "The store of files at http://localhost:"
				+ line.port() + " cannot be reached: start it, or correct hubbub.files.s3.endpoint.");
		assertThat(server.api().get("/actuator/health").status()).isEqualTo(200);
		assertThat(server.api().get("/actuator/health/liveness").json().path("status").asString()).isEqualTo("UP");
		assertThat(server.api().get("/actuator/health/readiness").json().path("status").asString()).isEqualTo("UP");
		line.mend();
		health.attempt(System.nanoTime());
		// An attempt of the server itself may end after this one.
		Awaitility.await().until(() -> health.health().getStatus().equals(Status.UP));
	}

	@Test
	void aServerWithoutItsStoreDoesNotStart(CapturedOutput output) throws Exception {
		line.cut();
		assertThatException().isThrownBy(() -> start(settings()));
		assertThat(output.getAll().split("Description:", -1)[1]).contains("The store of files at http://localhost:"
				+ line.port() + " cannot be reached: start it, or correct hubbub.files.s3.endpoint.");
		assertThat(output.getAll()).doesNotContain("\tat ").doesNotContain(S3Server.SECRET_KEY);
		assertThat(Files.list(this.folder.resolve("uploads"))).isEmpty();
	}

	private void start(String... settings) {
		List<String> all = Stream
			.concat(Stream.of("--server.port=0", "--hubbub.data=" + this.folder), Stream.of(settings))
			.toList();
		SpringApplication.run(HubbubApplication.class, all.toArray(String[]::new)).close();
	}

}
