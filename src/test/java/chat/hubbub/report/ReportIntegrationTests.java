package chat.hubbub.report;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Ada and Linus are members, Olga is an admin. */
class ReportIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(Members.SETTINGS);

	private final Api ada = Members.browser(server, "ada");

	private final Api linus = Members.browser(server, "linus");

	private final Api olga = Members.browser(server, "olga");

	@Test
	void showsAdminsTheMessageAndNothingElse() {
		String topic = open();
		RawClient writer = Members.connect(server, Carrier.TCP, "linus").post(topic, "a secret before");
		writer.post(topic, "rude words").post(topic, "a secret after");
		long seq = head(topic) - 1;
		assertThat(report(this.ada, topic, seq, "{\"reason\":\" He  is rude \"}").status()).isEqualTo(204);
		assertThat(report(this.ada, topic, seq, "{}").status()).isEqualTo(204);
		writer.done("SEND", "{\"target\":" + seq + ",\"text\":\"kind words\"}", "destination:/app/edit." + topic);
		Api.Answer answer = this.olga.get("/api/reports");
		JsonNode report = answer.list().get(0);
		assertThat(report.propertyNames()).containsExactlyInAnyOrder("id", "sender", "text", "sentAt", "reporter",
				"reason", "reportedAt");
		assertThat(report.path("sender").asString()).isEqualTo("linus");
		assertThat(report.path("text").asString()).isEqualTo("rude words");
		assertThat(report.path("reporter").asString()).isEqualTo("ada");
		assertThat(report.path("reason").asString()).isEqualTo("He  is rude");
		assertThat(answer.list()).filteredOn((each) -> each.path("text").asString().equals("rude words")).hasSize(1);
		for (String body : new String[] { answer.body(), this.olga.get("/api/audit").body() }) {
			assertThat(body).contains("linus").doesNotContain(topic).doesNotContain("a secret");
		}
		assertThat(this.olga.get("/api/audit").body()).contains("message.reported").doesNotContain("rude words");
		assertThat(this.olga.delete("/api/reports/" + report.path("id").asLong()).status()).isEqualTo(204);
		assertThat(this.olga.delete("/api/reports/" + report.path("id").asLong()).code()).isEqualTo("report.unknown");
		assertThat(this.olga.get("/api/reports").body()).doesNotContain("rude words");
		assertThat(this.olga.get("/api/audit").body()).contains("report.dismissed");
	}

	@Test
	void isForReadersWithAnAccount() {
		String topic = open();
		Members.connect(server, Carrier.TCP, "linus").post(topic, "psst");
		long seq = head(topic);
		assertThat(report(this.olga, topic, seq, "{}").code()).isEqualTo("topic.unknown");
		assertThat(report(this.ada, topic, seq + 1, "{}").code()).isEqualTo("message.unknown");
		assertThat(report(this.ada, topic, seq, "{\"reason\":\"" + "x".repeat(201) + "\"}").code())
			.isEqualTo("report.ill-formed");
		assertThat(this.linus.delete("/api/topics/" + topic + "/messages/" + seq).status()).isEqualTo(204);
		assertThat(report(this.ada, topic, seq, "{}").code()).isEqualTo("message.deleted");
		String open = server.newTopic();
		server.connect(Carrier.TCP, "grace").post(open, "hello");
		Api guest = server.api();
		guest.enter("joan");
		assertThat(report(guest, open, 1, "{}").code()).isEqualTo("sign-in.required");
		assertThat(report(this.ada, open, 1, "").status()).isEqualTo(204);
		assertThat(this.olga.get("/api/reports").list().get(0).path("sender").asString()).isEqualTo("grace");
		for (Api other : new Api[] { this.ada, guest }) {
			assertThat(other.get("/api/reports").status()).isIn(401, 403);
			assertThat(other.delete("/api/reports/1").status()).isIn(401, 403);
		}
	}

	@Test
	void isLimitedAndNamesFollow() {
		Api eve = server.api();
		eve.signUp("eve", "correct horse");
		String topic = server.newTopic();
		RawClient writer = server.connect(Carrier.TCP, "eve", "passcode:correct horse");
		for (int seq = 1; seq <= Reports.MAX_OPEN + 1; seq++) {
			writer.post(topic, "word " + seq);
			Api.Answer answer = report(eve, topic, seq, "{}");
			assertThat(answer.code()).isEqualTo((seq <= Reports.MAX_OPEN) ? "" : "report.limit");
		}
		assertThat(eve.post("/api/account/deletion", "{\"password\":\"correct horse\"}").status()).isEqualTo(204);
		JsonNode report = this.olga.get("/api/reports?limit=1").list().get(0);
		assertThat(report.path("sender").asString()).startsWith("deleted-");
		assertThat(report.path("reporter").asString()).startsWith("deleted-");
	}

	private String open() {
		return this.ada.post("/api/conversations", "{\"people\":[\"linus\"]}").json().path("name").asString();
	}

	private long head(String topic) {
		return this.ada.get("/api/topics/" + topic).json().path("head").asLong();
	}

	private static Api.Answer report(Api reporter, String topic, long seq, String body) {
		return reporter.post("/api/topics/" + topic + "/messages/" + seq + "/report", body);
	}

}
