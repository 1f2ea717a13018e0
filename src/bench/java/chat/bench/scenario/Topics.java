package chat.bench.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import chat.bench.load.Tally;
import chat.bench.load.Topic;
import chat.bench.peer.Peer;

/** Topics before anybody subscribes. Hubbub wants to be asked for them. */
final class Topics {

	private static final int CREATED = 201;

	private Topics() {
	}

	/** One topic is the lobby, which is always there; several are others. */
	static List<Topic> create(Stage stage, int count, Tally tally) throws IOException, InterruptedException {
		if (count == 1) {
			return List.of(new Topic("", tally));
		}
		HttpClient http = HttpClient.newHttpClient();
		List<Topic> topics = new ArrayList<>();
		for (int number = 1; number <= count; number++) {
			String name = "t" + number;
			topics.add(new Topic(name, tally));
			if (stage.peer() == Peer.HUBBUB) {
				create(stage, http, name);
			}
		}
		return topics;
	}

	private static void create(Stage stage, HttpClient http, String name) throws IOException, InterruptedException {
		URI uri = URI.create("http://localhost:" + stage.server().address().getPort() + "/api/topics");
		HttpRequest request = HttpRequest.newBuilder(uri)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"" + name + "\"}"))
			.build();
		int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		if (status != CREATED) {
			throw new IOException("Topic " + name + " was not created: " + status);
		}
	}

}
