package chat.hubbub.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.FormerDatabase;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RawClient;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A database of a Hubbub that kept its texts in events is taken along. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FormerDatabaseIntegrationTests {

	private static final String PASSWORD = "correct horse";

	private static final Path data = former();

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(data, "--hubbub.limits.enabled=false");

	private final JsonNode former = new JsonMapper().readTree(FormerDatabase.events());

	@ParameterizedTest
	@Order(1)
	@CsvSource({ "lobby, 3", "tea, 8", "coffee, 5" })
	void readsAsItDid(String topic, int head) {
		List<JsonNode> events = events(topic);
		assertThat(server.api().get("/api/topics/" + topic + "/messages?after=0").list())
			.containsExactlyElementsOf(bodies(events).filter((body) -> !body.has("target")).toList());
		for (int since = 0; since < head; since++) {
			List<Frame> frames = reader(topic, "since:" + since).takeMessages(head - since);
			for (int at = 0; at < frames.size(); at++) {
				assertSame(frames.get(at), events.get(since + at));
			}
		}
		assertThat(reader(topic, "last:" + head).takeMessages(head)).extracting(Frame::json)
			.containsExactlyElementsOf(bodies(events).toList());
	}

	@Test
	@Order(1)
	void countsItsMessages() {
		assertThat(server.bean(MeterRegistry.class).get("hubbub.messages.posted").functionCounter().count())
			.isEqualTo(former.propertyStream()
				.flatMap((topic) -> topic.getValue().valueStream())
				.filter((event) -> event.path("body").path("type").asString().equals("posted"))
				.count())
			.isPositive();
	}

	private static Stream<JsonNode> bodies(List<JsonNode> events) {
		return events.stream().map((event) -> event.path("body"));
	}

	@Test
	@Order(2)
	void goesOnWithNumbersIdsAndAuthors() {
		RawClient grace = server.connect(Carrier.TCP, "grace").subscribe("/topic/chat.tea", "since:8");
		for (String id : List.of("grace-1", "grace-2", "grace-2")) {
			grace.done("SEND", "{\"text\":\"new\",\"id\":\"" + id + "\"}", "destination:/app/chat.tea");
		}
		assertThat(grace.take("MESSAGE").json().path("id").asString()).isEqualTo("grace-2");
		Api ada = server.api();
		ada.signIn("ada", PASSWORD);
		assertThat(ada.delete("/api/topics/tea/messages/1").status()).isEqualTo(204);
		assertThat(ada.delete("/api/topics/tea/messages/4").status()).isEqualTo(204);
		assertThat(ada.delete("/api/topics/tea/messages/6").code()).isEqualTo("message.unknown");
		assertThat(ada.delete("/api/topics/coffee/messages/3").code()).isEqualTo("");
		assertThat(ada.delete("/api/topics/lobby/messages/1").code()).isEqualTo("right.missing");
		assertThat(grace.take("MESSAGE").json().path("target").asLong()).isEqualTo(1);
		server.restart();
		assertThat(reader("tea", "since:0").takeSeqs(10)).isEqualTo(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L));
	}

	@Test
	@Order(3)
	void keepsNothingThatIsErased() throws IOException {
		server.restart();
		for (Path file : List.of(data.resolve("hubbub.db"), data.resolve("hubbub.db-wal"))) {
			String bytes = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
			assertThat(bytes).doesNotContain("Hello, everybody", "What a moderator deletes", "green tea");
		}
		List<String> tables = server.bean(JdbcTemplate.class)
			.queryForList("select name from sqlite_master where type = 'table'", String.class);
		assertThat(tables).contains("event", "message").doesNotContain("former_event");
	}

	private List<JsonNode> events(String topic) {
		JsonNode events = this.former.path(topic);
		return IntStream.range(0, events.size()).mapToObj(events::get).toList();
	}

	private static void assertSame(Frame frame, JsonNode event) {
		assertThat(frame.json()).isEqualTo(event.path("body"));
		assertThat(frame.header("seq")).isEqualTo(event.path("seq").asString());
		assertThat(frame.header("message-id")).isEqualTo(event.path("message-id").asString());
		Map<String, String> custom = new HashMap<>(frame.headers());
		custom.keySet()
			.removeAll(List.of("subscription", "destination", "message-id", "seq", "content-type", "content-length"));
		Map<String, String> expected = new HashMap<>();
		event.path("custom")
			.properties()
			.forEach((header) -> expected.put(header.getKey(), header.getValue().asString()));
		assertThat(custom).isEqualTo(expected);
	}

	private static RawClient reader(String topic, String from) {
		return server.connect(Carrier.TCP, "reader")
			.subscribe(topic.equals("lobby") ? "/topic/chat" : "/topic/chat." + topic, from);
	}

	private static Path former() {
		try {
			Path folder = Files.createTempDirectory("hubbub");
			FormerDatabase.in(folder);
			return folder;
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
