package chat.hubbub.topic.door;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.messaging.simp.annotation.support.SimpAnnotationMethodMessageHandler;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ada and Linus talk. A stranger and an admin try every door of the server, also those of
 * tomorrow, and find nothing.
 */
class ConversationSecrecyIntegrationTests {

	/** It has the form of a conversation's name. */
	private static final String NOWHERE = "dm-" + "0".repeat(32);

	/** All that a body may have, so that each door gets as far as the rights. */
	private static final String BODY = """
			{"text":"psst","title":"Tea","moderator":true,"username":"linus","minutes":5,"reason":"rude","target":1,
			"emoji":"👍","on":true,"seq":1,"people":["ada"],"level":"all","favourite":true,"name":"x","away":true}""";

	private static final String TEXT = "Nobody hears us";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(Members.SETTINGS);

	private final Api ada = Members.browser(server, "ada");

	private final Api linus = Members.browser(server, "linus");

	private final Api olga = Members.browser(server, "olga");

	private final Api eve = server.api();

	private final List<RawClient> strangers = new ArrayList<>();

	private String between;

	@BeforeEach
	void talk() {
		this.eve.signUp("eve", "correct horse");
		this.eve.signIn("eve", "correct horse");
		this.strangers.addAll(List.of(Members.connect(server, Carrier.TCP, "olga"),
				server.connect(Carrier.TCP, "eve", "passcode:correct horse"), server.connect(Carrier.TCP, "grace")));
		this.strangers.forEach((stranger) -> List.of("/topic/topics", "/user/queue/topics", "/user/queue/errors")
			.forEach(stranger::subscribe));
		this.between = this.ada.post("/api/conversations", "{\"people\":[\"linus\"]}").json().path("name").asString();
		RawClient writer = Members.connect(server, Carrier.TCP, "ada").post(this.between, TEXT);
		writer.done("SEND", "{\"target\":1,\"text\":\"" + TEXT + "!\"}", "destination:/app/edit." + this.between);
		writer.done("SEND", "{\"target\":1,\"emoji\":\"👍\",\"on\":true}", "destination:/app/react." + this.between);
		writer.post(this.between, TEXT + "?");
		assertThat(this.ada.delete("/api/topics/" + this.between + "/messages/4").status()).isEqualTo(204);
	}

	@Test
	void noDoorOfATopicOpensOverHttp() {
		List<String> tried = new ArrayList<>();
		mappings().forEach((mapping) -> paths(mapping).filter((path) -> path.contains("{topic}"))
			.forEach((path) -> methods(mapping).forEach((method) -> {
				tried.add(method + " " + path);
				for (Api stranger : List.of(this.olga, this.eve)) {
					Api.Answer there = ask(stranger, method, path, this.between);
					assertThat(there.code()).as(method + " " + path).isEqualTo("topic.unknown");
					assertAlike(there, ask(stranger, method, path, NOWHERE));
				}
				assertAlike(ask(server.api(), method, path, this.between), ask(server.api(), method, path, NOWHERE));
			})));
		assertThat(tried).contains("GET /api/topics/{topic}", "PATCH /api/topics/{topic}",
				"GET /api/topics/{topic}/messages", "DELETE /api/topics/{topic}/messages/{seq}",
				"PUT /api/topics/{topic}/members/{name}", "PUT /api/drafts/{topic}");
		assertThat(this.linus.get("/api/topics/" + this.between + "/messages").body()).contains(TEXT);
	}

	@Test
	void noListOverHttpHasIt() {
		List<String> tried = new ArrayList<>();
		Stream
			.concat(mappings().filter((mapping) -> methods(mapping).contains(RequestMethod.GET))
				.flatMap(ConversationSecrecyIntegrationTests::paths), metrics())
			.filter((path) -> !path.contains("{topic}"))
			.forEach((path) -> {
				tried.add(path);
				for (Api stranger : List.of(this.olga, this.eve, server.api())) {
					assertSilent(path, ask(stranger, RequestMethod.GET, path, "").body());
				}
			});
		assertThat(tried).contains("/", "/admin", "/api/topics", "/api/conversations", "/api/audit", "/api/admin/users",
				"/actuator/metrics/hubbub.messages.posted", "/actuator/health");
		assertThat(this.linus.get("/api/conversations").body()).contains(this.between);
		assertThat(this.ada.get("/api/topics").body()).doesNotContain(this.between);
	}

	@Test
	void noDestinationOpens() {
		List<String> tried = new ArrayList<>();
		destinations().forEach((pattern) -> {
			tried.add(pattern);
			String[] ways = { "SEND /app", "SUBSCRIBE /app", "SUBSCRIBE /topic" };
			for (String way : ways) {
				this.strangers.forEach((stranger) -> {
					Frame there = ask(stranger, way + pattern, this.between);
					Frame nowhere = ask(stranger, way + pattern, NOWHERE);
					assertThat(there.code()).as(way + pattern).isEqualTo("topic.unknown");
					assertThat(there.sentence().replace(this.between, NOWHERE)).isEqualTo(nowhere.sentence());
					assertThat(there.headers().keySet()).isEqualTo(nowhere.headers().keySet());
				});
			}
		});
		assertThat(tried).contains("/chat.{topic}", "/edit.{topic}", "/delete.{topic}", "/react.{topic}",
				"/typing.{topic}", "/presence.{topic}");
	}

	@Test
	void noNewsOfItReachOthers() {
		RawClient reader = Members.connect(server, Carrier.TCP, "linus")
			.subscribe("/topic/chat." + this.between, "since:0");
		reader.takeMessages(5);
		assertThat(this.linus.delete("/api/topics/" + this.between + "/members/linus").status()).isEqualTo(204);
		this.ada.post("/api/topics", "{\"name\":\"fence-" + this.between.substring(3, 9) + "\"}");
		this.strangers.forEach(
				(stranger) -> assertThat(stranger.take("MESSAGE").json().path("name").asString()).startsWith("fence-"));
		assertThat(this.olga.get("/api/audit").body()).doesNotContain(this.between).contains("fence-");
	}

	private void assertSilent(String path, String body) {
		assertThat(body).as(path).doesNotContain(this.between).doesNotContain(TEXT);
	}

	private void assertAlike(Api.Answer there, Api.Answer nowhere) {
		assertThat(there.status()).isEqualTo(nowhere.status());
		assertThat(there.type()).isEqualTo(nowhere.type());
		assertThat(there.body().replace(this.between, NOWHERE)).isEqualTo(nowhere.body());
	}

	private static Frame ask(RawClient client, String way, String topic) {
		String[] parts = way.split(" ");
		String destination = "destination:" + parts[1].replace("{topic}", topic);
		return client.request(parts[0], BODY, destination, "id:" + way, "content-type:application/json");
	}

	private static Api.Answer ask(Api client, RequestMethod method, String path, String topic) {
		String filled = path.replace("{topic}", topic)
			.replace("{name}", "linus")
			.replaceAll("\\{[a-z]+:([a-z]+)[^}]*}", "$1")
			.replaceAll("\\{[^}]*}", "1");
		return switch (method) {
			case GET -> client.get(filled);
			case POST -> client.post(filled, BODY);
			case PUT -> client.put(filled, BODY);
			case PATCH -> client.patch(filled, BODY);
			case DELETE -> client.delete(filled);
			default -> throw new AssertionError("Try this method too: " + method);
		};
	}

	private static Stream<RequestMappingInfo> mappings() {
		return server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
			.getHandlerMethods()
			.keySet()
			.stream();
	}

	private static Stream<String> paths(RequestMappingInfo mapping) {
		return mapping.getPatternValues().stream();
	}

	/** One that names no method takes all. */
	private static Collection<RequestMethod> methods(RequestMappingInfo mapping) {
		Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
		return methods.isEmpty() ? List.of(RequestMethod.GET) : methods;
	}

	private static Stream<String> metrics() {
		List<String> names = new ArrayList<>();
		server.api().get("/actuator/metrics").json().path("names").forEach((name) -> names.add(name.asString()));
		return Stream.concat(Stream.of("/actuator/health", "/actuator/metrics"),
				names.stream().map((name) -> "/actuator/metrics/" + name));
	}

	/** The destinations of topics with a handler, and those that only send. */
	private static Stream<String> destinations() {
		return Stream.concat(server.bean(SimpAnnotationMethodMessageHandler.class)
			.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((mapping) -> mapping.getDestinationConditions().getPatterns().stream())
			.filter((pattern) -> pattern.contains("{topic}")), Stream.of("/presence.{topic}"));
	}

}
