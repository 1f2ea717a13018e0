package chat.hubbub.limit;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicLong;

import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Bodies that would fill the memory before anybody looks at them. */
class HugeBodyIntegrationTests {

	private static final long HUGE = 64L * 1024 * 1024;

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	@ParameterizedTest
	@ValueSource(strings = { "/api/session", "/api/topics", "/api/accounts", "/sockjs/000/huge/xhr_send" })
	void areRefusedWhereTheyAreAnnounced(String path) {
		assertThat(begin(path, 2_000_000, "")).isEqualTo(413);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/session", "/api/topics", "/api/accounts" })
	void areNotReadToTheirEnd(String path) throws Exception {
		AtomicLong sent = new AtomicLong();
		BodyPublisher body = BodyPublishers.ofInputStream(() -> new Endless(sent));
		try {
			assertThat(post(path, body)).isIn(400, 413);
		}
		catch (java.io.IOException ex) {
			// The server has hung up.
		}
		assertThat(sent.get()).isLessThan(HUGE);
	}

	@Test
	void areRefusedWhereTheyAreDeep() {
		String deep = "[".repeat(10_000);
		assertThat(begin("/api/topics", 400_000, deep)).isEqualTo(400);
		assertThat(begin("/api/topics", 400_000, "{\"name\":" + deep)).isEqualTo(400);
	}

	/** Small values take many times the memory of their JSON. */
	@Test
	void areRefusedWhereTheyHaveManyParts() throws Exception {
		assertThat(post("/api/conversations",
				BodyPublishers.ofString("{\"people\":[" + "\"a\",".repeat(5_000) + "\"a\"]}")))
			.isEqualTo(400);
	}

	/** Its body is complete in memory before it is read, and needs room for one text. */
	@Test
	void ofAWebhookAreSmaller() throws Exception {
		assertThat(begin("/hooks/unknown", 300_000, "")).isEqualTo(413);
		assertThat(post("/hooks/unknown", BodyPublishers.ofString("{\"text\":\"" + "x".repeat(250_000) + "\"}")))
			.isEqualTo(404);
		assertThat(begin("/api/topics/hooks/uploads", 2_000_000, "")).isEqualTo(404);
	}

	@Test
	void leaveRoomForWhatIsUsual() throws Exception {
		String description = "{\"name\":\"usual\",\"other\":\"" + "x".repeat(500_000) + "\"}";
		assertThat(post("/api/topics", BodyPublishers.ofString(description))).isIn(201, 400);
	}

	private static int begin(String path, long length, String beginning) {
		try (RawHttp refused = RawHttp.begin(server.port(), path, length, beginning)) {
			return refused.status();
		}
	}

	private static int post(String path, BodyPublisher body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
			.header("Content-Type", "application/json")
			.POST(body)
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
	}

	/** The beginning of a text, up to where no test should come. */
	private static final class Endless extends InputStream {

		private final AtomicLong sent;

		Endless(AtomicLong sent) {
			this.sent = sent;
		}

		@Override
		public int read() {
			long index = this.sent.getAndIncrement();
			return (index >= HUGE) ? -1 : "{\"name\":\"x".charAt((int) Math.min(index, 9));
		}

	}

}
