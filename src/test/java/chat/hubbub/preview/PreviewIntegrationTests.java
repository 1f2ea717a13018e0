package chat.hubbub.preview;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.Role;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import chat.hubbub.picture.PictureFiles;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Links to pages on 127.0.0.1, which the server may reach, and on 127.0.0.2, which not.
 */
class PreviewIntegrationTests {

	@RegisterExtension
	static final HubbubServer server = new HubbubServer("--hubbub.previews.enabled=true",
			"--hubbub.outgoing.networks=127.0.0.1", "--hubbub.limits.enabled=false");

	private static final Map<String, String> pages = new ConcurrentHashMap<>();

	/** The paths of the requests, with a mark behind those that had a cookie. */
	private static final List<String> requests = new CopyOnWriteArrayList<>();

	private static final List<String> forbidden = new CopyOnWriteArrayList<>();

	/** The page {@code /held} is not answered before. */
	private static final CompletableFuture<Void> held = new CompletableFuture<>();

	private static HttpServer web;

	private static HttpServer internal;

	private static Api ada;

	private static Api grace;

	private final String topic = server.newTopic();

	private final StompClient client = server.connectWithCookie(ada.cookie()).subscribe("/topic/chat." + this.topic);

	@BeforeAll
	static void start() throws IOException {
		web = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		web.createContext("/", PreviewIntegrationTests::answer);
		web.start();
		internal = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
		internal.createContext("/", (exchange) -> {
			forbidden.add(exchange.getRequestURI().getPath());
			respond(exchange, "text/html", "<title>Secret</title>".getBytes(StandardCharsets.UTF_8));
		});
		internal.start();
		ada = server.api();
		ada.signUp("ada", "correct horse");
		grace = server.api();
		grace.signUp("grace", "correct horse");
	}

	@AfterAll
	static void stop() {
		web.stop(0);
		internal.stop(0);
	}

	@Test
	void aMessageGetsThePreviewOfItsFirstLink() {
		String link = page("/tea", "<title>Earl Grey</title><meta name=description content=Hot>"
				+ "<meta property=og:image content=/pot.jpg>");
		post("See " + link + ", " + page("/milk", "<title>Milk</title>"));
		JsonNode previewed = take();
		JsonNode preview = previewed.path("preview");
		String picture = "/files/" + this.topic + "/1/0/2.jpg";
		assertThat(previewed.path("type").asString()).isEqualTo("previewed");
		assertThat(previewed.path("target").asLong()).isEqualTo(1);
		assertThat(previewed.path("sender").asString()).isEqualTo("ada");
		assertThat(preview.toString()).isEqualTo(
				"{\"url\":\"" + link + "\",\"title\":\"Earl Grey\",\"description\":\"Hot\",\"picture\":{\"url\":\""
						+ picture + "\",\"width\":320,\"height\":249}}");
		assertThat(ada.history(this.topic).get(0).path("preview")).isEqualTo(preview);
		List<JsonNode> resumed = server.connectWithCookie(grace.cookie())
			.subscribe("/topic/chat." + this.topic, "since:0")
			.takeMessages(2, "/topic/chat." + this.topic);
		assertThat(resumed.get(1)).isEqualTo(previewed);
		// Without a cookie, though the page has set one.
		assertThat(requests).contains("/tea", "/pot.jpg").doesNotContain("/milk");
		assertPicture(picture);
	}

	private static void assertPicture(String path) {
		HttpResponse<byte[]> answer = get(grace, path);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
		assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(answer.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
		assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-cache", "private");
		assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).doesNotContain(PictureFiles.PLACE);
	}

	@Test
	void onlyReadersOfTheTopicGetThePicture() {
		String hidden = "hidden-" + this.topic;
		ada.post("/api/topics", "{\"name\":\"" + hidden + "\",\"access\":\"private\"}");
		StompClient member = server.connectWithCookie(ada.cookie()).subscribe("/topic/chat." + hidden);
		member.post("/app/chat." + hidden,
				"{\"text\":\"http://127.0.0.1:" + web.getAddress().getPort() + "/pot.jpg\"}");
		member.takeMessage("/topic/chat." + hidden);
		String picture = member.takeMessage("/topic/chat." + hidden).at("/preview/picture/url").asString();
		assertThat(get(ada, picture).statusCode()).isEqualTo(200);
		assertThat(get(grace, picture).statusCode()).isEqualTo(404);
		assertThat(grace.delete("/api/topics/" + hidden + "/messages/1/preview").code()).isEqualTo("topic.unknown");
	}

	@Test
	void nothingOfItIsLeftAfterADeletion() {
		post(page("/secret", "<title>Marzipan</title><meta property=og:image content=/pot.jpg>"));
		String picture = take().at("/preview/picture/url").asString();
		this.client.post("/app/delete." + this.topic, "{\"target\":1}");
		assertThat(take().path("type").asString()).isEqualTo("deleted");
		assertThat(get(ada, picture).statusCode()).isEqualTo(404);
		List<JsonNode> resumed = server.connectWithCookie(grace.cookie())
			.subscribe("/topic/chat." + this.topic, "since:0")
			.takeMessages(3, "/topic/chat." + this.topic);
		assertThat(resumed.toString()).doesNotContain("Marzipan").contains("previewed");
		assertThat(ada.history(this.topic).toString()).doesNotContain("Marzipan");
	}

	@Test
	void anotherFirstLinkGetsAnotherPreview() {
		post(page("/one", "<title>One</title>"));
		assertThat(take().at("/preview/title").asString()).isEqualTo("One");
		edit("Now " + page("/one", "<title>One</title>"));
		assertThat(take().at("/preview/title").asString()).isEqualTo("One");
		edit(page("/two", "<title>Two</title>"));
		assertThat(take().has("preview")).isFalse();
		assertThat(take().at("/preview/title").asString()).isEqualTo("Two");
		edit("nothing");
		assertThat(take().has("preview")).isFalse();
		assertThat(ada.history(this.topic).get(0).has("preview")).isFalse();
	}

	@Test
	void itsAuthorRemovesIt() {
		post(page("/removed", "<title>Removed</title><meta property=og:image content=/pot.jpg>"));
		String picture = take().at("/preview/picture/url").asString();
		String path = "/api/topics/" + this.topic + "/messages/1/preview";
		assertThat(grace.delete(path).code()).isEqualTo("right.missing");
		assertThat(ada.delete(path).status()).isEqualTo(204);
		JsonNode removed = take();
		assertThat(removed.path("type").asString()).isEqualTo("previewed");
		assertThat(removed.has("preview")).isFalse();
		assertThat(get(ada, picture).statusCode()).isEqualTo(404);
		assertThat(ada.delete(path).status()).isEqualTo(204);
		assertThat(ada.delete("/api/topics/" + this.topic + "/messages/7/preview").code()).isEqualTo("message.unknown");
		assertThat(server.connectWithCookie(grace.cookie())
			.subscribe("/topic/chat." + this.topic, "since:0")
			.takeMessages(3, "/topic/chat." + this.topic)
			.toString()).doesNotContain("Removed");
	}

	@Test
	void moderatorsAndAdminsRemoveItWhichTheAuditLogSays() {
		Accounts accounts = server.bean(Accounts.class);
		People.signUp(accounts, "olga", Role.ADMIN);
		Api olga = server.api();
		olga.signIn("olga", People.passwordOf("olga"));
		Api guest = server.api();
		guest.enter("guest");
		String moderated = "moderated-" + this.topic;
		ada.post("/api/topics", "{\"name\":\"" + moderated + "\"}");
		StompClient author = server.connectWithCookie(grace.cookie()).subscribe("/topic/chat." + moderated);
		String text = "{\"text\":\"" + page("/moderated", "<title>M</title>") + "\"}";
		for (Api remover : List.of(ada, olga)) {
			author.post("/app/chat." + moderated, text);
			long target = author.takeMessages(2, "/topic/chat." + moderated).get(1).path("target").asLong();
			String path = "/api/topics/" + moderated + "/messages/" + target + "/preview";
			assertThat(guest.delete(path).code()).isEqualTo("right.missing");
			assertThat(remover.delete(path).status()).isEqualTo(204);
			assertThat(remover.delete(path).status()).isEqualTo(204);
			assertThat(author.takeMessage("/topic/chat." + moderated).has("preview")).isFalse();
		}
		assertThat(olga.get("/api/audit?limit=2").list())
			.extracting((act) -> act.path("actor").asString() + " " + act.path("act").asString() + " "
					+ act.path("topic").asString())
			.containsExactly("olga preview.removed " + moderated, "ada preview.removed " + moderated);
	}

	@Test
	void aLinkInManyMessagesIsReadOnce() {
		String link = page("/often", "<title>Often</title>");
		for (int i = 0; i < 5; i++) {
			this.client.post("/app/chat." + this.topic, "{\"text\":\"" + link + "\"}");
		}
		Awaitility.await()
			.untilAsserted(() -> assertThat(ada.history(this.topic)).allMatch((message) -> message.has("preview")));
		assertThat(requests.stream().filter("/often"::equals)).hasSize(1);
	}

	@Test
	void aLinkThatWasBeingReadAtTheStopGetsItsPreviewAfterTheStart() {
		post(page("/held", "<title>Held</title>"));
		Awaitility.await().until(() -> requests.contains("/held"));
		server.restart();
		held.complete(null);
		ada = ada.at(server.port());
		grace = grace.at(server.port());
		Awaitility.await().until(() -> ada.history(this.topic).get(0).at("/preview/title").asString().equals("Held"));
	}

	/** The page that is read behind them shows that they are read. */
	@ParameterizedTest
	@ValueSource(strings = { "http://INTERNAL/", "WEB/to-internal", "WEB/loop", "http://localhost.invalid/",
			"WEB/data.json", "http://user:word@WEBHOST/tea" })
	void aLinkThatLeadsNowhereHasNone(String link) {
		String address = link.replace("INTERNAL", "127.0.0.2:" + internal.getAddress().getPort())
			.replace("WEBHOST", "127.0.0.1:" + web.getAddress().getPort())
			.replace("WEB", page("", ""));
		post(address);
		post(page("/after" + this.topic, "<title>After</title>"));
		JsonNode previewed = take();
		assertThat(previewed.at("/preview/title").asString()).isEqualTo("After");
		assertThat(ada.history(this.topic).get(0).has("preview")).isFalse();
		assertThat(forbidden).isEmpty();
	}

	@Test
	void aPictureElsewhereMayBeForbidden() {
		post(page("/half", "<title>Half</title><meta property=og:image content=http://127.0.0.2:"
				+ internal.getAddress().getPort() + "/pot.jpg>"));
		assertThat(take().path("preview").propertyNames()).containsExactlyInAnyOrder("url", "title");
		assertThat(forbidden).isEmpty();
	}

	private void post(String text) {
		this.client.post("/app/chat." + this.topic, "{\"text\":\"" + text + "\"}");
		assertThat(take().path("type").asString()).isEqualTo("posted");
	}

	private void edit(String text) {
		this.client.post("/app/edit." + this.topic, "{\"target\":1,\"text\":\"" + text + "\"}");
	}

	private JsonNode take() {
		return this.client.takeMessage("/topic/chat." + this.topic);
	}

	/** The address of a page with that content. */
	private static String page(String path, String html) {
		pages.put(path, html);
		return "http://127.0.0.1:" + web.getAddress().getPort() + path;
	}

	private static void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		requests.add(exchange.getRequestHeaders().containsKey("Cookie") ? path + " with a cookie" : path);
		if (path.equals("/held")) {
			held.join();
		}
		exchange.getResponseHeaders().add("Set-Cookie", "a=b; Path=/");
		switch (path) {
			case "/pot.jpg" -> respond(exchange, "image/jpeg", PictureFiles.jpeg(900, 700, 1));
			case "/data.json" -> respond(exchange, "application/json", "<title>Data</title>".getBytes());
			case "/loop" -> redirect(exchange, "/loop");
			case "/to-internal" -> redirect(exchange, "http://127.0.0.2:" + internal.getAddress().getPort() + "/");
			default -> respond(exchange, "text/html; charset=utf-8",
					pages.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8));
		}
	}

	private static void redirect(HttpExchange exchange, String to) throws IOException {
		exchange.getResponseHeaders().add("Location", to);
		exchange.sendResponseHeaders(302, -1);
		exchange.close();
	}

	private static void respond(HttpExchange exchange, String type, byte[] body) throws IOException {
		exchange.getResponseHeaders().add("Content-Type", type);
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private static HttpResponse<byte[]> get(Api reader, String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
			.header("Cookie", reader.cookie())
			.build();
		try {
			return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(path + " failed", ex);
		}
	}

}
