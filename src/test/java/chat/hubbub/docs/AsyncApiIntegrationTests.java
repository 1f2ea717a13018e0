package chat.hubbub.docs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import chat.hubbub.picture.PictureFiles;
import chat.hubbub.setting.SettingChange;
import chat.hubbub.setting.Settings;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.messaging.handler.HandlerMethod;
import org.springframework.messaging.simp.annotation.support.SimpAnnotationMethodMessageHandler;

import static org.assertj.core.api.Assertions.assertThat;

/** The description of the destinations says what the server does. */
class AsyncApiIntegrationTests {

	private static final Pattern SENT = Pattern
		.compile("(?:(USER_QUEUE|TOPIC) \\+ |\"(?:/user)?(/queue)/)\"?([a-z]+)(?:-user)?\"");

	private static final Pattern KIND = Pattern.compile("new TopicKind\\(\"([a-z]+)\"\\)");

	@RegisterExtension
	static final HubbubServer server = new HubbubServer("--hubbub.previews.enabled=true",
			"--hubbub.outgoing.networks=127.0.0.1");

	private static JsonNode description;

	@BeforeAll
	static void read() {
		description = server.api().get("/api/asyncapi.json").json();
	}

	@Test
	void namesEveryDestinationToSendTo() {
		Set<String> handled = new TreeSet<>();
		server.bean(SimpAnnotationMethodMessageHandler.class).getHandlerMethods().forEach((mapping, method) -> {
			if (isOurs(method)) {
				mapping.getDestinationConditions().getPatterns().forEach((pattern) -> handled.add("/app" + pattern));
			}
		});
		assertThat(handled).contains("/app/chat.{topic}");
		assertThat(addresses("receive")).isEqualTo(handled);
	}

	@Test
	void namesEveryDestinationToSubscribeTo() throws IOException {
		Set<String> sent = new TreeSet<>();
		KIND.matcher(Files.readString(Path.of("src/main/java/chat/hubbub/topic/door/TopicDestinations.java")))
			.results()
			// The server sends nothing there: an edit is an event of the chat.
			.filter((kind) -> !kind.group(1).equals("edit"))
			.forEach((kind) -> sent.addAll(List.of("/topic/" + kind.group(1), "/topic/" + kind.group(1) + ".{topic}")));
		assertThat(sent).contains("/topic/presence.{topic}");
		for (Path file : sources()) {
			SENT.matcher(Files.readString(file))
				.results()
				.forEach((found) -> sent
					.add(("TOPIC".equals(found.group(1)) ? "/topic/" : "/user/queue/") + found.group(3)));
		}
		assertThat(addresses("send")).isEqualTo(sent);
	}

	@Test
	void itsExamplesAreAsItsSchemasSay() {
		assertThat(description.path("asyncapi").asString()).isEqualTo("3.0.0");
		Set<String> used = new TreeSet<>();
		for (JsonNode message : description.at("/components/messages")) {
			for (JsonNode example : message.path("examples")) {
				assertValid(message.path("name").asString(), example.path("payload"));
				used.add(message.path("name").asString());
			}
		}
		assertThat(used).hasSizeGreaterThan(15);
		assertThat(schema("draft").validate(JsonMapper.shared().readTree("{\"text\":7}"))).isNotEmpty();
		assertThat(schema("draft").validate(JsonMapper.shared().readTree("{\"text\":\"x\",\"y\":1}"))).isNotEmpty();
	}

	/** Every channel is that of one operation, and every reference leads somewhere. */
	@Test
	void itsPartsFitTogether() {
		Set<String> channels = new TreeSet<>();
		description.path("operations").forEach((operation) -> channels.add(channel(operation)));
		assertThat(channels).isEqualTo(new TreeSet<>(description.path("channels").propertyNames()));
		description.findValuesAsString("$ref")
			.forEach((reference) -> assertThat(description.at(reference.substring(1)).isMissingNode()).as(reference)
				.isFalse());
	}

	@Test
	void theServerSendsWhatItSays() {
		Api ada = server.api();
		ada.signUp("ada", "correct horse");
		server.api().signUp("eve", "correct horse");
		StompClient client = server.connectWithCookie(ada.cookie());
		for (String address : addresses("send")) {
			client.subscribe(address.replace("{topic}", "lobby"));
		}
		for (JsonNode operation : description.path("operations")) {
			if (operation.path("action").asString().equals("receive")) {
				send(client, channel(operation));
			}
		}
		ada.post("/api/topics", "{\"name\":\"tea\"}");
		ada.put("/api/blocks/eve", "");
		ada.put("/api/drafts/lobby", "{\"text\":\"half\"}");
		server.bean(Settings.class).change(new SettingChange("Tea house", null, null), "olga");
		for (String address : List.of("/topic/chat", "/topic/presence", "/topic/typing", "/topic/topics",
				"/topic/server", "/user/queue/unread", "/user/queue/search", "/user/queue/blocks",
				"/user/queue/errors")) {
			assertValid(messageOf(address), client.takeMessage(address));
		}
	}

	/** Messages that need two people. */
	@Test
	void theServerSendsTwoPeopleWhatItSays() throws IOException {
		Api grace = signedUp("grace");
		Api linus = signedUp("linus");
		String topic = server.newTopic();
		StompClient reader = server.connectWithCookie(grace.cookie());
		for (String address : List.of("/topic/chat." + topic, "/topic/avatars", "/user/queue/topics",
				"/user/queue/notices", "/user/queue/drafts")) {
			reader.subscribe(address);
		}
		byte[] picture = PictureFiles.corners("png", 40, 30);
		String upload = linus.postBytes("/api/topics/" + topic + "/uploads?name=pot.png", picture)
			.json()
			.path("id")
			.asString();
		StompClient writer = server.connectWithCookie(linus.cookie());
		writer.post("/app/chat." + topic, "{\"text\":\"@grace, look\",\"attachments\":[\"" + upload + "\"]}")
			.post("/app/chat." + topic, "{\"text\":\"A pot\",\"reply\":1}")
			.post("/app/edit." + topic, "{\"target\":1,\"text\":\"@grace, look here\"}")
			.post("/app/react." + topic, "{\"target\":2,\"emoji\":\"👍\",\"on\":true}")
			.post("/app/delete." + topic, "{\"target\":2}");
		assertThat(List.of("posted", "posted", "edited", "reacted", "deleted"))
			.allSatisfy((type) -> assertThat(taken(reader, "/topic/chat.{topic}", topic).path("type").asString())
				.isEqualTo(type));
		assertThat(taken(reader, "/user/queue/notices", topic).path("type").asString()).isEqualTo("mention");
		String conversation = linus.post("/api/conversations", "{\"people\":[\"grace\"]}")
			.json()
			.path("name")
			.asString();
		writer.post("/app/chat." + conversation, "{\"text\":\"psst\"}");
		taken(reader, "/user/queue/topics", topic);
		assertThat(taken(reader, "/user/queue/notices", topic).path("type").asString()).isEqualTo("direct");
		grace.put("/api/drafts/" + topic, "{\"text\":\"half\"}");
		taken(reader, "/user/queue/drafts", topic);
		linus.putBytes("/api/account/avatar", picture);
		taken(reader, "/topic/avatars", topic);
	}

	@Test
	void theServerSendsPreviewsAsItSays() throws IOException {
		HttpServer web = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		web.createContext("/", AsyncApiIntegrationTests::answer);
		web.start();
		try {
			Api edsger = signedUp("edsger");
			String topic = server.newTopic();
			StompClient reader = server.connectWithCookie(edsger.cookie()).subscribe("/topic/chat." + topic);
			String link = "http://127.0.0.1:" + web.getAddress().getPort() + "/tea";
			reader.post("/app/chat." + topic, "{\"text\":\"" + link + "\"}");
			taken(reader, "/topic/chat.{topic}", topic);
			JsonNode previewed = taken(reader, "/topic/chat.{topic}", topic);
			assertThat(previewed.path("type").asString()).isEqualTo("previewed");
			assertThat(previewed.at("/preview/title").asString()).isEqualTo("Tea");
			assertThat(previewed.at("/preview/picture/width").asInt()).isEqualTo(40);
			reader.post("/app/edit." + topic, "{\"target\":1,\"text\":\"See " + link + "\"}");
			assertThat(taken(reader, "/topic/chat.{topic}", topic).has("preview")).isTrue();
			edsger.delete("/api/topics/" + topic + "/messages/1/preview");
			JsonNode removed = taken(reader, "/topic/chat.{topic}", topic);
			assertThat(removed.path("type").asString()).isEqualTo("previewed");
			assertThat(removed.has("preview")).isFalse();
		}
		finally {
			web.stop(0);
		}
	}

	/** A page with a picture. */
	private static void answer(HttpExchange exchange) throws IOException {
		boolean page = exchange.getRequestURI().getPath().equals("/tea");
		byte[] body = page
				? "<title>Tea</title><meta name=description content=Hot><meta property=og:image content=/pot.png>"
					.getBytes(StandardCharsets.UTF_8)
				: PictureFiles.corners("png", 40, 30);
		exchange.getResponseHeaders().set("Content-Type", page ? "text/html" : "image/png");
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private static Api signedUp(String name) {
		Api browser = server.api();
		browser.signUp(name, "correct horse");
		return browser;
	}

	/** The next message of a channel, which is as the description says. */
	private static JsonNode taken(StompClient client, String address, String topic) {
		JsonNode message = client.takeMessage(address.replace("{topic}", topic));
		assertValid(messageOf(address), message);
		return message;
	}

	private void send(StompClient client, String channel) {
		JsonNode described = description.at("/channels/" + channel);
		String message = described.path("messages").propertyNames().iterator().next();
		String destination = described.path("address").asString().replaceAll("\\{[a-z]+}", "lobby");
		JsonNode examples = description.at("/components/messages/" + message + "/examples");
		for (JsonNode example : examples.isMissingNode() ? List.of(description) : examples) {
			client.send("SEND", examples.isMissingNode() ? "" : example.path("payload").toString(),
					"destination:" + destination, "content-type:application/json");
		}
	}

	private static String messageOf(String address) {
		for (JsonNode channel : description.path("channels")) {
			if (channel.path("address").asString().equals(address)) {
				return channel.path("messages").propertyNames().iterator().next();
			}
		}
		throw new AssertionError("There is no channel " + address);
	}

	private static void assertValid(String schema, JsonNode payload) {
		assertThat(schema(schema).validate(payload)).as(schema + " " + payload).isEmpty();
	}

	private static Schema schema(String name) {
		ObjectNode schema = JsonMapper.shared().createObjectNode();
		schema.put("$ref", "#/components/schemas/" + name);
		schema.set("components", description.path("components"));
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
	}

	private static Set<String> addresses(String action) {
		Set<String> addresses = new TreeSet<>();
		for (JsonNode operation : description.path("operations")) {
			if (operation.path("action").asString().equals(action)) {
				addresses.add(description.at("/channels/" + channel(operation) + "/address").asString());
			}
		}
		return addresses;
	}

	private static String channel(JsonNode operation) {
		return operation.at("/channel/$ref").asString().replace("#/channels/", "");
	}

	/** Tests have controllers of their own. */
	private static boolean isOurs(HandlerMethod method) {
		return method.getBeanType().getProtectionDomain().getCodeSource().getLocation().getPath().endsWith("/classes/");
	}

	private static List<Path> sources() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList();
		}
	}

}
