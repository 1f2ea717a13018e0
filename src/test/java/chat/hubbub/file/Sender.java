package chat.hubbub.file;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.StompClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A person with a browser who sends and gets files. */
final class Sender {

	private final HttpClient http = HttpClient.newHttpClient();

	private final HubbubServer server;

	private final Api api;

	private Sender(HubbubServer server) {
		this.server = server;
		this.api = server.api();
	}

	/** A person with a new account. */
	static Sender member(HubbubServer server, String name) {
		Sender sender = new Sender(server);
		assertThat(sender.api.signUp(name, "correct horse").status()).isEqualTo(201);
		return sender;
	}

	/** A guest with a session. */
	static Sender guest(HubbubServer server, String name) {
		Sender sender = new Sender(server);
		assertThat(sender.api.enter(name).status()).isEqualTo(200);
		return sender;
	}

	Api api() {
		return this.api;
	}

	/** Makes a topic that no other test uses. */
	String newTopic(String name, String access) {
		String made = name + "-" + System.nanoTime();
		assertThat(this.api.post("/api/topics", "{\"name\":\"" + made + "\",\"access\":\"" + access + "\"}").status())
			.isEqualTo(201);
		return made;
	}

	/** The id of a file that is uploaded. */
	String upload(String topic, String name, byte[] file) {
		Answer answer = tryUpload(topic, name, file);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer.json().path("id").asString();
	}

	Answer tryUpload(String topic, String name, byte[] file) {
		return this.api.postBytes(uploads(topic, name), file);
	}

	static String uploads(String topic, String name) {
		return "/api/topics/" + topic + "/uploads?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
	}

	/** Uploads a file, and sends a message with it. */
	JsonNode send(String topic, String name, byte[] file) {
		String id = upload(topic, name, file);
		return post(topic, List.of(id));
	}

	/** Sends a message with files, and returns it as it is in the history. */
	JsonNode post(String topic, List<String> files) {
		Frame answer = tryPost(topic, files);
		assertThat(answer.is("RECEIPT")).as(answer.toString()).isTrue();
		List<JsonNode> history = this.api.history(topic);
		return history.get(history.size() - 1);
	}

	Frame tryPost(String topic, List<String> files) {
		String ids = files.stream().map((id) -> "\"" + id + "\"").collect(Collectors.joining(","));
		return frame("chat." + topic, "{\"attachments\":[" + ids + "]}");
	}

	/** Sends a frame and returns its answer. */
	Frame frame(String destination, String body) {
		try (StompClient client = this.server.connectWithCookie(this.api.cookie())) {
			return client.request("SEND", body, "destination:/app/" + destination);
		}
	}

	HttpResponse<byte[]> get(String path, String... headers) {
		return exchange("GET", path, BodyPublishers.noBody(), headers);
	}

	/** Sends a request whose answer may be any bytes. */
	HttpResponse<byte[]> exchange(String method, String path, BodyPublisher body, String... headers) {
		String[] own = { "Cookie", this.api.cookie(), "X-XSRF-TOKEN", this.api.cookie("XSRF-TOKEN").orElse("") };
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.server.port() + path))
			.timeout(Inbox.PATIENCE)
			.method(method, body)
			.headers(Stream.of(own, headers).flatMap(Stream::of).toArray(String[]::new))
			.build();
		try {
			return this.http.send(request, BodyHandlers.ofByteArray());
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(method + " " + path + " failed", ex);
		}
	}

	/** The path of the first file of a message. */
	static String url(JsonNode message) {
		return message.path("attachments").path(0).path("url").asString();
	}

	static String thumbnail(JsonNode message) {
		return message.path("attachments").path(0).path("thumbnail").asString();
	}

}
