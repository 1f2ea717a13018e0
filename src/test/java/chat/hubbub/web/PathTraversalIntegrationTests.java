package chat.hubbub.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** Eve tries to leave the served folders, by HTTP paths and by names of topics. */
class PathTraversalIntegrationTests {

	/** Files beside the served ones, each with a text of its content. */
	private static final Map<String, String> TREASURES = Map.of("application.yaml", "maximum-pool-size",
			"templates/index.html", "th:data-name", "db/migration/common/V1__topics_and_events.sql",
			"create table topic", "chat/hubbub/HubbubApplication.class", "org/springframework/boot/SpringApplication",
			"data/hubbub.db", "SQLite format 3", "etc/passwd", "root:");

	private static final List<String> DOORS = List.of("", "/style", "/webjars", "/webjars/sockjs-client",
			"/webjars/sockjs-client/1.5.1", "/api/topics", "/sockjs", "/actuator", "/chat", "/join");

	@RegisterExtension
	static final BrokerServer server = new BrokerServer();

	static Stream<String> climbs() {
		return Stream.of("../", "..;/", "..;x=y/", ";/../", "%2e%2e/", "%2e%2e%2f", "%2E%2E%2F", "..%2f", ".%2e/",
				"..\\", "..%5c", "%2e%2e%5c", "%252e%252e%252f", "..%252f", "%252e%252e/", "..%c0%af", "%c0%ae%c0%ae/",
				"..%00/", "%00../", "....//", "..//", "%u002e%u002e/", "\u00b7\u00b7/", "..%0d%0a/", "./.././");
	}

	@ParameterizedTest
	@MethodSource("climbs")
	void noPathLeadsOut(String climb) {
		for (String door : DOORS) {
			for (int depth : new int[] { 1, 4 }) {
				TREASURES.forEach((file, treasure) -> {
					String path = door + "/" + climb.repeat(depth) + file;
					try (RawHttp answer = RawHttp.request(server.port(), "GET", path)) {
						assertThat(answer.status()).as(path).isBetween(200, 499);
						assertThat(answer.body()).as(path).doesNotContain(treasure);
					}
				});
			}
		}
	}

	/** The files that the paths above would reach without a check. */
	@Test
	void theTreasuresAreThere() {
		assertThat(new ClassPathResource("static/../application.yaml").exists()).isTrue();
		assertThat(new ClassPathResource("static/../templates/index.html").exists()).isTrue();
		try (RawHttp page = RawHttp.request(server.port(), "GET", "/style/base.css")) {
			assertThat(page.status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "..", "../lobby", "../../lobby", "..\\lobby", "./lobby", "lobby/..", "%2e%2e",
			"..%2flobby", "%252e%252e%252flobby", "..;/lobby", "lobby;x", "lobby%00", "/etc/passwd", "C:\\lobby", "~",
			"lobby.db", "LOBBY" })
	void noTopicHasANameThatIsAPath(String name) throws Exception {
		Api eve = server.api();
		String before = eve.get("/api/topics").body();
		String json = "{\"name\":\"" + name.replace("\\", "\\\\") + "\"}";
		assertThat(eve.post("/api/topics", json).code()).isEqualTo("topic.ill-formed");
		String escaped = name.replace("\\", "\\\\").replace(":", "\\c");
		String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
		for (String path : new String[] { "/api/topics/" + encoded, "/api/topics/" + encoded + "/messages",
				"/api/topics/" + encoded + "/members" }) {
			assertThat(eve.get(path).status()).as(path).isIn(400, 404);
		}
		RawClient client = server.connect(Carrier.TCP, "eve").subscribe("/user/queue/errors");
		for (String frame : new String[] { "SUBSCRIBE /topic/chat.", "SUBSCRIBE /topic/typing.", "SUBSCRIBE /app/chat.",
				"SEND /app/chat.", "SEND /app/typing." }) {
			String[] words = frame.split(" ");
			Frame refusal = client.request(words[0], "{\"text\":\"?\"}", "id:1", "destination:" + words[1] + escaped);
			assertThat(refusal.code()).as(frame).isIn("topic.ill-formed", "topic.unknown", "destination.forbidden");
		}
		assertThat(eve.get("/api/topics").body()).isEqualTo(before);
		assertThat(kept()).allMatch(
				(file) -> file.startsWith("hubbub.db") || Set.of("hubbub.lock", "files", "uploads").contains(file));
	}

	private static List<String> kept() throws Exception {
		Path data = Path.of(server.bean(Environment.class).getRequiredProperty("hubbub.data"));
		try (Stream<Path> files = Files.list(data)) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

}
