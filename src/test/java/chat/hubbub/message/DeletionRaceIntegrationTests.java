package chat.hubbub.message;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages pour in while some are deleted, and readers come and go. */
class DeletionRaceIntegrationTests {

	private static final int MESSAGES = 400;

	private static final String BAD = "bad";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(Members.SETTINGS);

	private final String tea = server.newTopic();

	private final Api olga = Members.browser(server, "olga");

	@Test
	void keepsTheOrderWithoutAGapAndShowsNoTextThatWasDeletedBefore() {
		RawClient witness = reader("since:0");
		List<CompletableFuture<Void>> senders = IntStream.range(0, 3)
			.mapToObj((number) -> CompletableFuture.runAsync(() -> talk("sender-" + number)))
			.toList();
		int deleted = 0;
		while (senders.stream().anyMatch((sender) -> !sender.isDone()) || deleted == 0) {
			deleted += deleteOne();
		}
		senders.forEach(CompletableFuture::join);
		int total = 3 * MESSAGES + deleted;
		List<Frame> live = witness.takeMessages(total);
		assertThat(live).extracting((frame) -> Long.parseLong(frame.header("seq")))
			.containsExactlyElementsOf(LongStream.rangeClosed(1, total).boxed().toList());
		assertThat(deleted).isPositive();
		List<JsonNode> history = server.api().history(this.tea);
		assertThat(history).hasSize(3 * MESSAGES);
		assertThat(resumed(total)).filteredOn((event) -> event.path("type").asString().equals("posted"))
			.isEqualTo(history);
		assertThat(history).filteredOn((event) -> event.path("deleted").asBoolean()).hasSize(deleted);
	}

	private void talk(String name) {
		RawClient client = server.connect(Carrier.TCP, name);
		for (int i = 0; i < MESSAGES; i++) {
			client.post(this.tea, (i % 4 == 0) ? BAD : "good");
		}
	}

	/**
	 * Deletes a bad message, if there is one; a client that resumes afterwards finds no
	 * text.
	 */
	private int deleteOne() {
		List<JsonNode> newest = this.olga.get("/api/topics/" + this.tea + "/messages?limit=20").list();
		JsonNode bad = newest.stream()
			.filter((event) -> event.path("text").asString().equals(BAD))
			.findFirst()
			.orElse(null);
		if (bad == null) {
			return 0;
		}
		long seq = bad.path("seq").asLong();
		assertThat(this.olga.delete("/api/topics/" + this.tea + "/messages/" + seq).status()).isEqualTo(204);
		try (RawClient late = reader("since:" + (seq - 1))) {
			JsonNode first = late.take("MESSAGE").json();
			assertThat(first.path("seq").asLong()).isEqualTo(seq);
			assertThat(first.path("deleted").asBoolean()).isTrue();
			assertThat(first.path("text").asString()).isEmpty();
		}
		return 1;
	}

	private List<JsonNode> resumed(int count) {
		List<JsonNode> events = new ArrayList<>();
		reader("since:0").takeMessages(count).forEach((frame) -> events.add(frame.json()));
		return events;
	}

	private RawClient reader(String from) {
		return server.connect(Carrier.TCP, "reader").subscribe("/topic/chat." + this.tea, from);
	}

}
