package chat.hubbub.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.FreePort;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A server as it runs behind a proxy and beside Prometheus. */
class OperationIntegrationTests {

	private static final int MANAGEMENT = FreePort.find();

	private static final Path DASHBOARD = Path.of("deploy/grafana-dashboard.json");

	private static final Pattern METRIC = Pattern.compile("\\b(?:hubbub|jvm|process|disk|hikaricp)_[a-z_]+");

	/** Told by nodes and relays: see RabbitNodesIntegrationTests. */
	private static final Set<String> ELSEWHERE = Set.of("hubbub_bus_lag_seconds", "hubbub_bus_queue",
			"hubbub_bus_dropped_total", "hubbub_repairs_total", "hubbub_relay_published_total",
			"hubbub_relay_omitted_total");

	@RegisterExtension
	static final HubbubServer server = new HubbubServer("--management.server.port=" + MANAGEMENT,
			"--hubbub.shutdown-delay=8s");

	private final Api operator = new Api(MANAGEMENT);

	@Test
	void tellsEverythingAtAPortOfItsOwnAndNothingAtThePages() {
		assertThat(this.operator.get("/actuator/prometheus").status()).isEqualTo(200);
		assertThat(this.operator.get("/actuator/env").status()).isEqualTo(404);
		assertThat(server.api().get("/actuator/prometheus").status()).isIn(401, 404);
		assertThat(server.api().get("/actuator/health").status()).isEqualTo(404);
	}

	@Test
	void tellsTheHealthOfEachPart() {
		assertThat(scrape()).contains("hubbub_health{part=\"store\"} 1.0", "part=\"messageLog\"", "part=\"shards\"",
				"part=\"followers\"", "part=\"diskSpace\"", "part=\"files\"");
	}

	/** The dashboard shows metrics that there are, and all of Hubbub's. */
	@Test
	void hasADashboardOfItsMetrics() throws IOException {
		server.api().get("/api/nothing");
		Set<String> shown = new TreeSet<>();
		JsonNode dashboard = new JsonMapper().readTree(Files.readString(DASHBOARD));
		dashboard.findValues("expr").forEach((query) -> addAll(METRIC, query.asString(), shown));
		Set<String> told = scrape().lines()
			.filter((line) -> !line.startsWith("#"))
			.map((line) -> line.replaceFirst("[{ ].*", ""))
			.collect(Collectors.toCollection(TreeSet::new));
		told.addAll(ELSEWHERE);
		assertThat(told).containsAll(shown);
		Set<String> unseen = told.stream()
			.filter((name) -> name.startsWith("hubbub_"))
			.map((name) -> name.replaceFirst("_(sum|count|bucket|max)$", ""))
			.filter((name) -> shown.stream().noneMatch((one) -> one.startsWith(name)))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(unseen).isEmpty();
	}

	/**
	 * A proxy that asks for the readiness sends new clients elsewhere before they are
	 * refused.
	 */
	@Test
	void isNotReadyBeforeItStops() {
		assertThat(this.operator.get("/actuator/health/readiness").status()).isEqualTo(200);
		assertThat(this.operator.get("/actuator/health/liveness").status()).isEqualTo(200);
		StompClient ada = server.connect("ada").subscribe("/topic/chat");
		CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::restart,
				(task) -> new Thread(task).start());
		Awaitility.await().until(() -> this.operator.get("/actuator/health/readiness").status() == 503);
		assertThat(ada.request("SEND", "{\"text\":\"Hello\"}", "destination:/app/chat").command()).isEqualTo("RECEIPT");
		Frame goodbye = ada.take("ERROR");
		assertThat(goodbye.code()).isEqualTo("server.stopping");
		assertThat(Integer.parseInt(goodbye.header("retry-after"))).isBetween(1, 3);
		stopping.join();
		assertThat(this.operator.get("/actuator/health/readiness").status()).isEqualTo(200);
	}

	private String scrape() {
		return this.operator.get("/actuator/prometheus").body();
	}

	private static void addAll(Pattern pattern, String text, Set<String> found) {
		Matcher matcher = pattern.matcher(text);
		while (matcher.find()) {
			found.add(matcher.group());
		}
	}

}
