package chat.hubbub.block;

import java.util.List;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
