package chat.hubbub.signin;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

import chat.hubbub.fixture.HubbubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** SockJS asks for no token, so it must refuse the pages of other sites by itself. */
class SockJsForgeryIntegrationTests {

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	/** The address of one node, because a session of SockJS belongs to a node. */
	private final String own = "http://localhost:" + server.port();

	@Test
	void opensNothingForAPageOfAnotherSite() throws Exception {
		assertThat(post("/sockjs/000/session-1/xhr", "https://evil.example")).isEqualTo(403);
		assertThat(post("/sockjs/000/session-1/xhr", "null")).isEqualTo(403);
	}

	@Test
	void takesNothingFromAPageOfAnotherSite() throws Exception {
		assertThat(post("/sockjs/000/session-2/xhr", this.own)).isEqualTo(200);
		assertThat(post("/sockjs/000/session-2/xhr_send", this.own)).isEqualTo(204);
		assertThat(post("/sockjs/000/session-2/xhr_send", "https://evil.example")).isEqualTo(403);
	}

	private int post(String path, String origin) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.own + path))
			.header("Origin", origin)
			.POST(BodyPublishers.ofString("[\"\\n\"]"))
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
	}

}
