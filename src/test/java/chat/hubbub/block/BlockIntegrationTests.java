package chat.hubbub.block;

import java.util.List;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.message.Draft;
import chat.hubbub.message.Messages;
import chat.hubbub.topic.TopicName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class BlockIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(Members.SETTINGS);

	private final Api ada = Members.browser(server, "ada");

	private final Api linus = Members.browser(server, "linus");

	@Test
	void stopsDirectMessagesUntilItIsLifted() {
		String topic = open(this.ada, "linus");
		RawClient writer = Members.connect(server, Carrier.TCP, "linus").subscribe("/user/queue/errors");
		writer.post(topic, "rude");
		assertThat(this.ada.put("/api/blocks/LINUS", "").status()).isEqualTo(204);
		assertThat(this.ada.get("/api/blocks").body()).isEqualTo("[{\"name\":\"linus\"}]");
		for (String destination : List.of("chat", "edit", "react", "typing")) {
			assertThat(writer
				.request("SEND", "{\"text\":\"more\",\"target\":1,\"emoji\":\"👍\",\"on\":true}",
						"destination:/app/" + destination + "." + topic)
				.code()).as(destination).isEqualTo("conversation.closed");
		}
		assertThat(Members.connect(server, Carrier.TCP, "ada")
			.request("SEND", "{\"text\":\"more\"}", "destination:/app/chat." + topic)
			.code()).isEqualTo("person.blocked");
		assertThat(this.linus.post("/api/conversations", "{\"people\":[\"ada\",\"olga\"]}").code())
			.isEqualTo("conversation.closed");
		assertThat(open(this.linus, "ada")).isEqualTo(topic);
		server.restart();
		RawClient again = Members.connect(server, Carrier.TCP, "linus").subscribe("/user/queue/errors");
		assertThat(again.request("SEND", "{\"text\":\"more\"}", "destination:/app/chat." + topic).code())
			.isEqualTo("conversation.closed");
		assertThat(this.ada.at(server.port()).delete("/api/blocks/linus").status()).isEqualTo(204);
		again.post(topic, "sorry");
	}

	@Test
	void isToldToAllClientsOfItsOwnerAndToNoOther() {
		Api olga = Members.browser(server, "olga");
		RawClient phone = Members.connect(server, Carrier.TCP, "olga").subscribe("/user/queue/blocks");
		RawClient desk = Members.connect(server, Carrier.WEB_SOCKET_TEXT, "olga").subscribe("/user/queue/blocks");
		RawClient eve = Members.connect(server, Carrier.TCP, "linus").subscribe("/user/queue/blocks");
		assertThat(olga.put("/api/blocks/LINUS", "").status()).isEqualTo(204);
		assertThat(olga.put("/api/blocks/linus", "").status()).as("again").isEqualTo(204);
		assertThat(olga.delete("/api/blocks/linus").status()).isEqualTo(204);
		for (RawClient client : List.of(phone, desk)) {
			assertThat(client.take("MESSAGE").body()).isEqualTo("{\"name\":\"linus\",\"blocked\":true}");
			assertThat(client.take("MESSAGE").body()).isEqualTo("{\"name\":\"linus\",\"blocked\":false}");
		}
		// A message to this client would have been sent before.
		eve.post("lobby", "fence");
		assertThat(eve.has((frame) -> frame.is("MESSAGE"))).isFalse();
	}

	@Test
	void givesNoNoticeOfMessagesInLargerConversations() {
		String topic = this.ada.post("/api/conversations", "{\"people\":[\"linus\",\"otto\"]}")
			.json()
			.path("name")
			.asString();
		RawClient reader = Members.connect(server, Carrier.TCP, "ada").subscribe("/user/queue/notices");
		assertThat(this.ada.put("/api/blocks/linus", "").status()).isEqualTo(204);
		RawClient writer = Members.connect(server, Carrier.TCP, "linus").post(topic, "unheard");
		// Its notice would have been sent before the next message is stored.
		writer.post("lobby", "fence");
		assertThat(this.ada.delete("/api/blocks/linus").status()).isEqualTo(204);
		writer.post(topic, "heard");
		assertThat(reader.take("MESSAGE").json().path("text").asString()).isEqualTo("heard");
	}

	@Test
	void countsMessagesOfConversationsLikeMentions() {
		String topic = open(Members.browser(server, "olga"), "otto");
		RawClient reader = Members.connect(server, Carrier.TCP, "olga").subscribe("/user/queue/unread");
		reader.take("MESSAGE");
		long otto = server.bean(Accounts.class).find(new Username("otto")).orElseThrow().id();
		server.bean(Messages.class)
			.post(new TopicName(topic), server.bean(Accounts.class).find(otto).orElseThrow().user(),
					new Draft("psst", null));
		JsonNode state = reader.take("MESSAGE").json().path("topics").get(0);
		assertThat(state.path("topic").asString()).isEqualTo(topic);
		assertThat(state.path("unread").asInt()).isEqualTo(1);
		assertThat(state.path("mentions").asInt()).isEqualTo(1);
	}

	@Test
	void isSeenByItsOwnerOnly() {
		Api olga = Members.browser(server, "olga");
		assertThat(olga.put("/api/blocks/otto", "").status()).isEqualTo(204);
		assertThat(Members.browser(server, "linus").get("/api/blocks").body()).isEqualTo("[]");
		assertThat(olga.get("/api/audit").body()).doesNotContain("block");
		assertThat(olga.delete("/api/blocks/otto").status()).isEqualTo(204);
		assertThat(olga.delete("/api/blocks/otto").status()).isEqualTo(204);
		assertThat(olga.get("/api/blocks").body()).isEqualTo("[]");
	}

	@Test
	void refusesOneselfAndNamesThatAreNotThere() {
		Api olga = Members.browser(server, "olga");
		assertThat(olga.put("/api/blocks/olga", "").code()).isEqualTo("block.ill-formed");
		assertThat(olga.put("/api/blocks/nobody", "").code()).isEqualTo("account.unknown");
		Api grace = server.api();
		grace.enter("grace");
		assertThat(grace.put("/api/blocks/ada", "").code()).isEqualTo("sign-in.required");
		assertThat(grace.get("/api/blocks").code()).isEqualTo("sign-in.required");
	}

	private static String open(Api browser, String other) {
		return browser.post("/api/conversations", "{\"people\":[\"" + other + "\"]}").json().path("name").asString();
	}

}
