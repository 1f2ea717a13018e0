package chat.bench.scenario;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The commits of Hubbub since its start, as its own metric reports them.
 *
 * @param count the number of commits
 * @param messages the number of messages in them
 */
record Commits(double count, double messages) {

	private static final String METRIC = "/actuator/metrics/hubbub.log.group";

	static Commits of(InetSocketAddress hubbub) throws IOException, InterruptedException {
		URI uri = URI.create("http://localhost:" + hubbub.getPort() + METRIC);
		String body = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
			.body();
		JsonNode measurements = new JsonMapper().readTree(body).required("measurements");
		return new Commits(value(measurements, "COUNT"), value(measurements, "TOTAL"));
	}

	/** How many messages shared a commit on average since then. */
	double groupSince(Commits before) {
		return (this.messages - before.messages) / Math.max(1, this.count - before.count);
	}

	private static double value(JsonNode measurements, String statistic) {
		for (JsonNode measurement : measurements) {
			if (measurement.required("statistic").asString().equals(statistic)) {
				return measurement.required("value").asDouble();
			}
		}
		throw new IllegalStateException("Hubbub does not tell the " + statistic + " of its commits");
	}

}
