package chat.hubbub.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import chat.hubbub.picture.PictureFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** People send files, and only the readers of their topic get them. */
class FilesIntegrationTests {

	@RegisterExtension
	static final HubbubServer server = new HubbubServer("--hubbub.limits.enabled=false");

	private static final byte[] TEXT = "Earl Grey".getBytes(StandardCharsets.UTF_8);

	private static Sender ada;

	private static Sender linus;

	private static Sender olga;

	@BeforeAll
	static void signUp() {
		ada = Sender.member(server, "ada");
		linus = Sender.member(server, "linus");
		olga = Sender.member(server, "olga");
	}

	@Test
	void readersGetAFileOfAMessage() {
		String topic = server.newTopic();
		String upload = ada.upload(topic, "notes.txt", TEXT);
		StompClient client = server.connectWithCookie(ada.api().cookie()).subscribe("/topic/chat." + topic);
		client.post("/app/chat." + topic, "{\"attachments\":[\"" + upload + "\"]}");
		JsonNode posted = client.takeMessage("/topic/chat." + topic);
		assertThat(posted.path("attachments").path(0).toString())
			.isEqualTo("{\"name\":\"notes.txt\",\"type\":\"text/plain\",\"size\":9,\"url\":\"/files/" + topic
					+ "/1/1/notes.txt\"}");
		assertThat(ada.api().history(topic).get(0)).isEqualTo(posted);
		assertThat(server.api().get(Sender.url(posted)).body()).isEqualTo("Earl Grey");
	}

	@Test
	void aPrivateTopicsFileIsForItsMembersWhileTheyAreMembers() {
		String topic = ada.newTopic("hidden", "private");
		JsonNode message = ada.send(topic, "corners.png", PictureFiles.corners("png", 900, 700));
		ada.api().put("/api/topics/" + topic + "/members/linus", "{}");
		assertServed(linus, message);
		assertRefused(olga, message, 404);
		assertRefused(Sender.guest(server, "grace"), message, 404);
		assertThat(ada.api().delete("/api/topics/" + topic + "/members/linus").status()).isEqualTo(204);
		assertRefused(linus, message, 404);
		assertServed(ada, message);
	}

	@Test
	void aConversationsFileIsForItsPeople() {
		String topic = ada.api().post("/api/conversations", "{\"people\":[\"linus\"]}").json().path("name").asString();
		JsonNode message = ada.send(topic, "corners.png", PictureFiles.corners("png", 900, 700));
		assertServed(linus, message);
		assertRefused(olga, message, 404);
		assertThat(linus.api().delete("/api/topics/" + topic + "/members/linus").status()).isEqualTo(204);
		assertRefused(linus, message, 404);
	}

	/** Otherwise a guess of a number would show what another topic has. */
	@Test
	void anAddressNamesATopicAMessageAndAPlace() {
		String topic = server.newTopic();
		ada.send(topic, "notes.txt", TEXT);
		for (String path : List.of("/1/2/notes.txt", "/1/0/notes.txt", "/2/1/notes.txt", "/1/1/thumbnail",
				"/9223372036854775807/2147483647/x", "/-1/-1/x")) {
			assertThat(ada.api().get("/files/" + topic + path).code()).as(path).isEqualTo("files.unknown");
		}
		assertThat(ada.get("/files/" + topic + "/1/99999999999/x").statusCode()).isBetween(400, 404);
		assertThat(ada.api().get("/files/" + server.newTopic() + "/1/1/notes.txt").code()).isEqualTo("files.unknown");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"page.png | <!DOCTYPE html><html><script>alert(1)</script></html>",
			"page.txt | \\n\\n <HTML><body onload=alert(1)>",
			"page.jpg | <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
			"page.gif | <?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
			"page.xhtml | <?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><script/></html>",
			"tea.txt.exe | MZ\\220\\0\\3", "tea.pdf | %PDF-1.7 <script>alert(1)</script>",
			"run.mp3 | #!/bin/sh\\necho tea", "tea.zip | PK\\3\\4\\24\\0\\0\\0\\10\\0", "x.html | \\177ELF\\2\\1\\1" })
	void nothingThatCouldRunIsShown(String name, String file) {
		byte[] bytes = file.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
		HttpResponse<byte[]> answer = ada.get(Sender.url(ada.send(server.newTopic(), name, bytes)));
		assertCannotRun(answer);
		assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
		assertThat(header(answer, "Content-Disposition")).startsWith("attachment;");
		assertThat(answer.body()).isEqualTo(bytes);
	}

	@Test
	void aPictureHasASmallForm() throws IOException {
		Map<String, byte[]> pictures = Map.of("jpeg", PictureFiles.corners("jpeg", 900, 700), "png",
				PictureFiles.corners("png", 900, 700), "webp", PictureFiles.resource("lossy.webp"));
		for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
			JsonNode message = ada.send(server.newTopic(), "photo", picture.getValue());
			assertThat(header(ada.get(Sender.url(message)), "Content-Type")).isEqualTo("image/" + picture.getKey());
			assertServed(ada, message);
			BufferedImage small = ImageIO.read(new ByteArrayInputStream(ada.get(Sender.thumbnail(message)).body()));
			assertThat(small.getWidth()).as(picture.getKey()).isEqualTo(640);
			assertThat(small.getHeight()).as(picture.getKey()).isBetween(497, 498);
		}
	}

	/** A picture that is a page too is a picture, and what it says is gone. */
	@Test
	void aPolyglotIsOnlyAPicture() {
		byte[] script = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
		for (String format : List.of("png", "gif", "jpeg")) {
			byte[] polyglot = PictureFiles.join(PictureFiles.corners(format, 50, 50), script);
			HttpResponse<byte[]> answer = ada.get(Sender.url(ada.send(server.newTopic(), "page.html", polyglot)));
			assertCannotRun(answer);
			assertThat(header(answer, "Content-Type")).isEqualTo("image/" + format);
			assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
		}
		HttpResponse<byte[]> text = ada.get(Sender.url(ada.send(server.newTopic(), "x.html",
				"tea <script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))));
		assertCannotRun(text);
		assertThat(header(text, "Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
	}

	@Test
	void anUploadIsForItsOwnerItsTopicAndOneMessage() {
		String topic = server.newTopic();
		String upload = ada.upload(topic, "notes.txt", TEXT);
		assertThat(linus.tryPost(topic, List.of(upload)).code()).isEqualTo("files.unknown");
		assertThat(linus.api().delete("/api/uploads/" + upload).code()).isEqualTo("files.unknown");
		assertThat(ada.tryPost(server.newTopic(), List.of(upload)).code()).isEqualTo("files.unknown");
		assertThat(ada.tryPost(topic, List.of(upload, upload)).code()).isEqualTo("files.taken");
		assertThat(ada.tryPost(topic, List.of(upload, "unknown")).code()).isEqualTo("files.unknown");
		assertThat(ada.api().history(topic)).isEmpty();
		ada.post(topic, List.of(upload));
		assertThat(ada.tryPost(topic, List.of(upload)).code()).isEqualTo("files.taken");
		assertThat(linus.tryPost(topic, List.of(upload)).code()).isEqualTo("files.unknown");
		assertThat(ada.api().delete("/api/uploads/" + upload).code()).isEqualTo("files.unknown");
		assertThat(ada.get("/files/" + topic + "/1/1/notes.txt").body()).isEqualTo(TEXT);
	}

	@Test
	void aMessageHasAtMostTenFiles() {
		String topic = server.newTopic();
		List<String> uploads = new ArrayList<>();
		for (int i = 1; i <= 11; i++) {
			uploads.add(ada.upload(topic, i + ".txt", TEXT));
		}
		assertThat(ada.tryPost(topic, uploads).code()).isEqualTo("files.too-many");
		assertThat(ada.tryPost(topic, Collections.nCopies(100, uploads.get(0))).code()).isEqualTo("files.too-many");
		JsonNode message = ada.post(topic, uploads.subList(0, 10));
		assertThat(message.path("attachments")).extracting((file) -> file.path("name").asString())
			.containsExactly("1.txt", "2.txt", "3.txt", "4.txt", "5.txt", "6.txt", "7.txt", "8.txt", "9.txt", "10.txt");
		assertThat(ada.get("/files/" + topic + "/1/10/10.txt").body()).isEqualTo(TEXT);
	}

	@Test
	void onlyPeopleWhoMayPostUpload() {
		String topic = ada.newTopic("hidden", "private");
		assertThat(linus.tryUpload(topic, "notes.txt", TEXT).code()).isEqualTo("topic.unknown");
		Sender grace = Sender.guest(server, "hopper");
		assertThat(grace.tryUpload(server.newTopic(), "notes.txt", TEXT).code()).isEqualTo("files.guests");
		String open = server.newTopic();
		Answer token = server.api()
			.postBytes(Sender.uploads(open, "x"), TEXT, "Authorization", "Bearer " + ada.api().token("program"));
		assertThat(token.status()).as(token.body()).isEqualTo(201);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "../../etc/passwd, passwd, passwd",
					"a\\r\\nSet-Cookie: x=1\\r\\n.txt, aSet-Cookie: x=1.txt, aSet-Cookie:%20x=1.txt",
					"photo\u202Egpj.exe, photogpj.exe, photogpj.exe", "thumbnail, thumbnail, _thumbnail",
					"a;b%2f.txt, a;b%2f.txt, a_b_2f.txt", "a\"b.txt, a\"b.txt, a%22b.txt",
					"Grüße?#.txt, Grüße?#.txt, Gr%C3%BC%C3%9Fe%3F%23.txt" })
	void aNameIsHarmlessAndItsAddressWorks(String given, String name, String inPath) {
		String topic = server.newTopic();
		JsonNode message = ada.send(topic, given.translateEscapes(), TEXT);
		assertThat(message.path("attachments").path(0).path("name").asString()).isEqualTo(name);
		assertThat(Sender.url(message)).isEqualTo("/files/" + topic + "/1/1/" + inPath);
		HttpResponse<byte[]> answer = ada.get(Sender.url(message));
		assertThat(answer.body()).isEqualTo(TEXT);
		assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("x=1");
	}

	@Test
	void aLongNameIsCut() {
		JsonNode message = ada.send(server.newTopic(), "茶".repeat(300) + ".txt", TEXT);
		String name = message.path("attachments").path(0).path("name").asString();
		assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(253, 255);
		assertThat(name).endsWith("茶.txt");
		assertThat(ada.get(Sender.url(message)).body()).isEqualTo(TEXT);
	}

	/** In all forms of a request, so that no header tells of the file. */
	private static void assertRefused(Sender reader, JsonNode message, int status) {
		for (String path : List.of(Sender.url(message), Sender.thumbnail(message))) {
			for (String method : List.of("GET", "HEAD")) {
				assertThat(reader.exchange(method, path, BodyPublishers.noBody()).statusCode()).isEqualTo(status);
				HttpResponse<byte[]> part = reader.exchange(method, path, BodyPublishers.noBody(), "Range", "bytes=0-3",
						"If-None-Match", "*");
				assertThat(part.statusCode()).isEqualTo(status);
				assertThat(part.headers().firstValue("ETag")).isEmpty();
			}
			assertThat(reader.api().get(path).code()).isEqualTo("topic.unknown");
		}
	}

	private static void assertServed(Sender reader, JsonNode message) {
		for (String path : List.of(Sender.url(message), Sender.thumbnail(message))) {
			HttpResponse<byte[]> answer = reader.get(path);
			assertThat(answer.statusCode()).isEqualTo(200);
			assertCannotRun(answer);
			assertThat(header(answer, "Content-Type")).startsWith("image/");
			assertThat(header(answer, "Content-Disposition")).startsWith("inline;");
			assertThat(header(answer, "Cache-Control")).contains("no-cache", "private");
		}
	}

	private static void assertCannotRun(HttpResponse<byte[]> answer) {
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().allValues("Content-Security-Policy"))
			.containsExactly("default-src 'none'; sandbox");
		assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
	}

	private static String header(HttpResponse<byte[]> answer, String name) {
		return answer.headers().firstValue(name).orElse("");
	}

}
