package chat.hubbub.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.picture.PictureFiles;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** How files come, how their bytes are served, and how they go. */
class FileTransferIntegrationTests {

	private static final FakeClock clock = new FakeClock();

	@RegisterExtension
	static final HubbubServer server = new HubbubServer(clock, "--hubbub.limits.enabled=false",
			"--hubbub.files.max-size=100KB", "--hubbub.files.guests=true", "--hubbub.files.address-daily=150KB");

	private static final byte[] TEXT = "Earl Grey".getBytes(StandardCharsets.UTF_8);

	private static Sender ada;

	private static Sender linus;

	private static String url;

	@BeforeAll
	static void signUp() {
		ada = Sender.member(server, "ada");
		linus = Sender.member(server, "linus");
		url = Sender.url(ada.send(server.newTopic(), "notes.txt", TEXT));
	}

	@ParameterizedTest
	@CsvSource({ "bytes=0-3, Earl, 0-3", "bytes=5-, Grey, 5-8", "bytes=-4, Grey, 5-8", "bytes=5-100, Grey, 5-8",
			"bytes=-100, Earl Grey, 0-8", "bytes=0-0, E, 0-0" })
	void sendsARange(String range, String text, String which) {
		HttpResponse<byte[]> answer = ada.get(url, "Range", range);
		assertThat(answer.statusCode()).isEqualTo(206);
		assertThat(answer.body()).asString().isEqualTo(text);
		assertThat(header(answer, "Content-Range")).isEqualTo("bytes " + which + "/9");
		assertCannotRun(answer);
	}

	@Test
	void sendsSeveralRanges() {
		HttpResponse<byte[]> answer = ada.get(url, "Range", "bytes=0-3, -1");
		assertThat(answer.statusCode()).isEqualTo(206);
		assertThat(header(answer, "Content-Type")).startsWith("multipart/byteranges;");
		assertThat(answer.body()).asString()
			.contains("Content-Range: bytes 0-3/9\r\n\r\nEarl\r\n", "Content-Range: bytes 8-8/9\r\n\r\ny\r\n");
		assertCannotRun(answer);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "bytes=9-", "bytes=9-20", "bytes=-0", "bytes=100-200, 300-", "bytes=9223372036854775807-" })
	void sendsNothingForARangeBehindTheEnd(String range) {
		HttpResponse<byte[]> answer = ada.get(url, "Range", range);
		assertThat(answer.statusCode()).isEqualTo(416);
		assertThat(answer.body()).isEmpty();
		assertThat(header(answer, "Content-Range")).isEqualTo("bytes */9");
	}

	/** As RFC 9110 allows, and demands of units that are not known. */
	@ParameterizedTest
	@ValueSource(strings = { "lines=1-2", "bytes", "bytes=", "bytes=x", "bytes=4-2", "bytes=0-8, 0-8", "bytes=0-3, 9-",
			"bytes=99999999999999999999-" })
	void ignoresARangeThatItDoesNotSend(String range) {
		assertWhole(ada.get(url, "Range", range));
	}

	@Test
	void sendsARangeOnlyOfTheFileThatTheBrowserHas() {
		String tag = header(ada.get(url), "ETag");
		assertThat(tag).matches("\"[-0-9a-f]{36}\"");
		assertThat(ada.get(url, "Range", "bytes=0-3", "If-Range", tag).statusCode()).isEqualTo(206);
		for (String other : List.of("\"other\"", "W/" + tag, "Wed, 21 Oct 2037 07:28:00 GMT")) {
			assertWhole(ada.get(url, "Range", "bytes=0-3", "If-Range", other));
		}
	}

	@Test
	void sendsNothingAgainThatABrowserHas() {
		String tag = header(ada.get(url), "ETag");
		for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag)) {
			HttpResponse<byte[]> answer = ada.get(url, "If-None-Match", known);
			assertThat(answer.statusCode()).as(known).isEqualTo(304);
			assertThat(answer.body()).isEmpty();
			assertThat(header(answer, "Cache-Control")).contains("no-cache", "private");
		}
		assertWhole(ada.get(url, "If-None-Match", "\"other\""));
	}

	@Test
	void tellsOfAFileWithoutItsBytes() {
		HttpResponse<byte[]> answer = ada.exchange("HEAD", url, BodyPublishers.noBody(), "Range", "bytes=0-3");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEmpty();
		HttpResponse<byte[]> whole = ada.get(url);
		for (String name : List.of("Content-Length", "Content-Type", "Content-Disposition", "ETag", "Accept-Ranges")) {
			assertThat(header(answer, name)).as(name).isNotEmpty().isEqualTo(header(whole, name));
		}
	}

	@Test
	void refusesALargeAndAnEmptyFileWithAndWithoutALength() {
		String topic = server.newTopic();
		byte[] large = new byte[100 * 1024 + 1];
		Answer refused = ada.tryUpload(topic, "large.bin", large);
		assertThat(refused.code()).isEqualTo("files.too-large");
		assertThat(refused.status()).isEqualTo(413);
		assertThat(refused.body()).contains("the maximum is 100 KB.");
		assertThat(uploaded(topic, stream(large))).asString().contains("files.too-large");
		assertThat(ada.tryUpload(topic, "empty.bin", new byte[0]).code()).isEqualTo("files.empty");
		assertThat(uploaded(topic, stream(new byte[0]))).asString().contains("files.empty");
		assertThat(uploaded(topic, stream(new byte[100 * 1024]))).asString().contains("\"size\":102400");
		assertThat(uploads()).isEmpty();
	}

	@Test
	void anUploadThatBreaksOffLeavesNothing() throws IOException {
		String topic = server.newTopic();
		String head = "POST " + Sender.uploads(topic, "x") + " HTTP/1.1\r\nHost: localhost:" + server.port()
				+ "\r\nCookie: " + ada.api().cookie() + "\r\nX-XSRF-TOKEN: "
				+ ada.api().cookie("XSRF-TOKEN").orElseThrow() + "\r\nContent-Length: 90000\r\n\r\n";
		try (Socket socket = new Socket("localhost", server.port())) {
			OutputStream output = socket.getOutputStream();
			output.write(head.getBytes(StandardCharsets.ISO_8859_1));
			output.write(new byte[80_000]);
			Awaitility.await().atMost(Inbox.PATIENCE).until(() -> !uploads().isEmpty());
		}
		Awaitility.await().atMost(Inbox.PATIENCE).until(() -> uploads().isEmpty());
		assertThat(names(topic)).isEmpty();
	}

	@Test
	void guestsUploadIfASettingAllowsItAndCountByAddress() {
		String topic = server.newTopic();
		Sender grace = Sender.guest(server, "grace");
		Sender hopper = Sender.guest(server, "hopper");
		String upload = grace.upload(topic, "notes.txt", new byte[90 * 1024]);
		assertThat(hopper.tryPost(topic, List.of(upload)).code()).isEqualTo("files.unknown");
		Answer refused = hopper.tryUpload(topic, "more.bin", new byte[61 * 1024]);
		assertThat(refused.code()).isEqualTo("files.quota");
		assertThat(refused.status()).isEqualTo(429);
		assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 86_400L);
		ada.upload(topic, "more.bin", new byte[61 * 1024]);
		hopper.upload(topic, "less.bin", new byte[60 * 1024]);
		assertThat(grace.tryUpload(topic, "one.bin", new byte[1]).code()).isEqualTo("files.quota");
		clock.advance(Duration.ofDays(1));
		assertThat(ada.get(Sender.url(grace.post(topic, List.of(upload)))).body()).hasSize(90 * 1024);
		hopper.upload(topic, "one.bin", new byte[1]);
	}

	@Test
	void theBytesGoWithTheirLastMessage() {
		String topic = server.newTopic();
		byte[] picture = PictureFiles.corners("png", 700, 90);
		JsonNode first = ada.send(topic, "one.png", picture);
		JsonNode second = linus.send(topic, "two.png", picture);
		String name = names(topic).get(0);
		assertThat(names(topic)).containsExactly(name, name);
		assertThat(ada.api().patch("/api/topics/" + topic + "/messages/1", "{\"text\":\"the first\"}").status())
			.isEqualTo(204);
		assertThat(ada.get(Sender.url(first)).body()).isEqualTo(picture);
		assertThat(ada.api().delete("/api/topics/" + topic + "/messages/1").status()).isEqualTo(204);
		assertThat(ada.api().get(Sender.url(first)).code()).isEqualTo("files.unknown");
		assertThat(ada.api().get(Sender.thumbnail(first)).code()).isEqualTo("files.unknown");
		awaitNoNotes();
		assertThat(ada.get(Sender.url(second)).body()).isEqualTo(picture);
		assertThat(kept(name)).hasSize(2);
		assertThat(linus.api().delete("/api/topics/" + topic + "/messages/2").status()).isEqualTo(204);
		Awaitility.await().atMost(Inbox.PATIENCE).until(() -> kept(name).isEmpty());
	}

	/** Within a minute, at the next sweep. */
	@Test
	void theBytesGoWithTheirConversation() {
		String topic = ada.api().post("/api/conversations", "{\"people\":[\"linus\"]}").json().path("name").asString();
		ada.send(topic, "secret.txt", "Lapsang Souchong".getBytes(StandardCharsets.UTF_8));
		String name = names(topic).get(0);
		assertThat(linus.api().delete("/api/topics/" + topic + "/members/linus").status()).isEqualTo(204);
		assertThat(kept(name)).hasSize(1);
		assertThat(ada.api().delete("/api/topics/" + topic + "/members/ada").status()).isEqualTo(204);
		Awaitility.await().atMost(Inbox.PATIENCE).until(() -> {
			server.bean(Sweep.class).sweep();
			return kept(name).isEmpty();
		});
	}

	private static void assertWhole(HttpResponse<byte[]> answer) {
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo(TEXT);
		assertThat(header(answer, "Content-Length")).isEqualTo("9");
		assertThat(header(answer, "Content-Range")).isEmpty();
		assertThat(answer.headers().allValues("Accept-Ranges")).containsExactly("bytes");
		assertCannotRun(answer);
	}

	private static void assertCannotRun(HttpResponse<byte[]> answer) {
		assertThat(answer.headers().allValues("Content-Security-Policy"))
			.containsExactly("default-src 'none'; sandbox");
		assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
	}

	private static String header(HttpResponse<byte[]> answer, String name) {
		return answer.headers().firstValue(name).orElse("");
	}

	/** A body whose length is not announced. */
	private static BodyPublisher stream(byte[] file) {
		return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file));
	}

	private static byte[] uploaded(String topic, BodyPublisher body) {
		return ada.exchange("POST", Sender.uploads(topic, "x"), body).body();
	}

	private static List<String> names(String topic) {
		return server.bean(JdbcTemplate.class)
			.queryForList("select file from attachment where topic = ?", String.class, topic);
	}

	private static void awaitNoNotes() {
		JdbcTemplate database = server.bean(JdbcTemplate.class);
		Awaitility.await()
			.atMost(Inbox.PATIENCE)
			.until(() -> database.queryForObject("select count(*) from released_file", Long.class) == 0);
	}

	/** The files on their way. */
	private static List<Path> uploads() {
		return in(folder().resolve("uploads"));
	}

	/** The bytes under a name, and those of its small form. */
	private static List<Path> kept(String name) {
		return in(folder().resolve("files").resolve(name.substring(0, 2))).stream()
			.filter((file) -> file.getFileName().toString().startsWith(name))
			.toList();
	}

	private static Path folder() {
		return Path.of(server.bean(Environment.class).getRequiredProperty("hubbub.data"));
	}

	private static List<Path> in(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
