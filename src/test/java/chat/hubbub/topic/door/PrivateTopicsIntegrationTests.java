package chat.hubbub.topic.door;

import java.util.List;
import java.util.stream.Stream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.message.Messages;
import chat.hubbub.topic.Access;
import chat.hubbub.topic.Topic;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.TopicChanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A user without access to a private topic cannot detect it. */
class PrivateTopicsIntegrationTests {

	private static final String NOWHERE = "secret-0";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(Members.SETTINGS);

	static Stream<List<String>> frames() {
		return Stream.of(List.of("SUBSCRIBE", "id:1", "destination:/topic/chat.TOPIC"),
				List.of("SUBSCRIBE", "id:1", "destination:/topic/chat.TOPIC", "since:0"),
				List.of("SUBSCRIBE", "id:1", "destination:/topic/chat.TOPIC", "since:x"),
				List.of("SUBSCRIBE", "id:1", "destination:/topic/chat.TOPIC", "last:10"),
				List.of("SUBSCRIBE", "id:1", "destination:/topic/chat.TOPIC", "ack:nonsense"),
				List.of("SUBSCRIBE", "id:1", "destination:/topic/typing.TOPIC"),
				List.of("SUBSCRIBE", "id:1", "destination:/topic/presence.TOPIC"),
				List.of("SUBSCRIBE", "id:1", "destination:/app/chat.TOPIC"),
				List.of("SEND", "destination:/app/chat.TOPIC"),
				List.of("SEND", "destination:/app/chat.TOPIC", "content-type:text/plain"),
				List.of("SEND", "destination:/app/typing.TOPIC"));
	}

	@ParameterizedTest
	@MethodSource("frames")
	void looksLikeATopicThatIsNotThere(List<String> frame) {
		for (Carrier carrier : Carrier.values()) {
			for (Access access : new Access[] { Access.PRIVATE, Access.MEMBERS }) {
				PrivateTopic secret = PrivateTopic.on(server, access, true);
				RawClient eve = Members.connect(server, carrier, "eve").subscribe("/user/queue/errors");
				Frame there = request(eve, secret.toString(), frame);
				Frame nowhere = request(eve, NOWHERE, frame);
				assertThat(there.code()).isEqualTo("topic.unknown");
				assertAlike(there, nowhere, secret.toString());
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void looksLikeATopicThatIsNotThereInATransactionToo(Carrier carrier) {
		PrivateTopic secret = PrivateTopic.on(server);
		for (String topic : new String[] { secret.toString(), NOWHERE }) {
			RawClient eve = Members.connect(server, carrier, "eve").subscribe("/user/queue/errors");
			eve.done("BEGIN", "", "transaction:t");
			eve.send("SEND", "{\"text\":\"in\"}", "destination:/app/chat." + topic, "transaction:t", "receipt:in");
			Frame answer = eve.request("COMMIT", "", "transaction:t");
			assertThat(answer.code()).isEqualTo("transaction.refused");
			assertThat(eve.take("MESSAGE").code()).isEqualTo("topic.unknown");
		}
		assertThat(server.bean(Messages.class).after(secret.name(), server.bean(Members.class).ada(), 0, 10)).isEmpty();
	}

	@Test
	void looksLikeATopicThatIsNotThereOverHttp() {
		PrivateTopic secret = PrivateTopic.on(server);
		Members.connect(server, Carrier.TCP, "ada").post(secret.toString(), "psst");
		Api eve = server.api();
		for (String path : new String[] { "", "/messages", "/messages?after=0", "/messages?limit=x" }) {
			Api.Answer there = eve.get("/api/topics/" + secret + path);
			Api.Answer nowhere = eve.get("/api/topics/" + NOWHERE + path);
			assertThat(there.status()).isEqualTo(path.endsWith("x") ? 400 : 404);
			assertThat(there.status()).isEqualTo(nowhere.status());
			assertThat(there.type()).isEqualTo(nowhere.type());
			assertThat(there.body().replace(secret.toString(), NOWHERE)).isEqualTo(nowhere.body());
		}
		assertThat(eve.get("/api/topics").body()).doesNotContain(secret.toString());
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void isReadAndWrittenByItsPeopleAndTheAdmins(Carrier carrier) {
		PrivateTopic secret = PrivateTopic.on(server).withLinus();
		for (String member : new String[] { "ada", "linus", "olga" }) {
			RawClient reader = Members.connect(server, carrier, member).subscribe(secret.destination());
			Members.connect(server, carrier, "ada").post(secret.toString(), "psst");
			assertThat(reader.take("MESSAGE").json().path("text").asString()).isEqualTo("psst");
			reader.post(secret.toString(), "psst yourself");
		}
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void forMembersIsForWhoeverHasAnAccount(Carrier carrier) {
		PrivateTopic secret = PrivateTopic.on(server, Access.MEMBERS, false);
		Members.connect(server, carrier, "ada").post(secret.toString(), "psst");
		RawClient linus = Members.connect(server, carrier, "linus").subscribe(secret.destination(), "since:0");
		assertThat(linus.takeSeqs(1)).containsExactly(1L);
		linus.post(secret.toString(), "psst yourself");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void takesAnnouncementsFromItsModeratorsOnly(Carrier carrier) {
		PrivateTopic news = PrivateTopic.on(server, Access.OPEN, true).withLinus();
		RawClient eve = Members.connect(server, carrier, "eve").subscribe(news.destination());
		for (String reader : new String[] { "eve", "linus" }) {
			Frame answer = Members.connect(server, carrier, reader)
				.request("SEND", "{\"text\":\"Buy!\"}", "destination:/app/chat." + news);
			assertThat(answer.code()).isEqualTo("right.missing");
		}
		Members.connect(server, carrier, "ada").post(news.toString(), "Tea is ready");
		assertThat(eve.take("MESSAGE").json().path("text").asString()).isEqualTo("Tea is ready");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void isNewsForThoseWhoMayReadIt(Carrier carrier) {
		RawClient eve = news(carrier, "eve");
		RawClient linus = news(carrier, "linus");
		RawClient olga = news(carrier, "olga");
		PrivateTopic secret = PrivateTopic.on(server);
		assertNews(olga, secret, "private", true);
		secret.withLinus();
		assertNews(linus, secret, "private", false);
		secret.withoutLinus();
		JsonNode gone = own(linus).json();
		assertThat(gone.path("name").asString()).isEqualTo(secret.toString());
		assertThat(gone.path("gone").asBoolean()).isTrue();
		secret.become(Access.MEMBERS);
		assertNews(linus, secret, "members", false);
		server.bean(TopicChanges.class)
			.create(server.bean(Members.class).ada(), new Topic(new TopicName(secret + "-open"), "", ""));
		JsonNode first = eve.take("MESSAGE").json();
		assertThat(first.path("name").asString()).isEqualTo(secret + "-open");
		assertThat(first.path("mayModerate").asBoolean()).isFalse();
		secret.become(Access.OPEN);
		assertNews(eve, secret, "open", false);
	}

	private static RawClient news(Carrier carrier, String name) {
		return Members.connect(server, carrier, name).subscribe("/topic/topics").subscribe("/user/queue/topics");
	}

	private static void assertNews(RawClient client, PrivateTopic secret, String access, boolean moderator) {
		JsonNode listing = own(client).json();
		assertThat(listing.path("name").asString()).isEqualTo(secret.toString());
		assertThat(listing.path("access").asString()).isEqualTo(access);
		assertThat(listing.path("mayPost").asBoolean()).isTrue();
		assertThat(listing.path("mayModerate").asBoolean()).isEqualTo(moderator);
	}

	private static Frame own(RawClient client) {
		Frame news = client.take("MESSAGE");
		assertThat(news.header("destination")).isEqualTo("/user/queue/topics");
		return news;
	}

	private static Frame request(RawClient client, String topic, List<String> frame) {
		String[] headers = frame.stream()
			.skip(1)
			.map((header) -> header.replace("TOPIC", topic))
			.toArray(String[]::new);
		return client.request(frame.get(0), "not JSON", headers);
	}

	private static void assertAlike(Frame there, Frame nowhere, String name) {
		assertThat(there.command()).isEqualTo(nowhere.command());
		assertThat(there.headers().keySet()).isEqualTo(nowhere.headers().keySet());
		assertThat(there.sentence().replace(name, NOWHERE)).isEqualTo(nowhere.sentence());
	}

}
