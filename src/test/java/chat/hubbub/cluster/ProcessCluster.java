package chat.hubbub.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import chat.hubbub.fixture.HubbubProcess;
import chat.hubbub.fixture.OwnPostgreSql;
import chat.hubbub.fixture.RabbitMq;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two nodes in processes of their own, with a RabbitMQ and a PostgreSQL of their own. The
 * clock of the second node is a minute ahead, where that can be done.
 */
final class ProcessCluster implements AutoCloseable {

	private static final String DATABASE = "postgres";

	private static final Path LIBRARY = Path.of("/usr/lib",
			System.getProperty("os.arch").replace("amd64", "x86_64") + "-linux-gnu", "faketime", "libfaketime.so.1");

	private final RabbitMq rabbit = RabbitMq.start();

	private final Path folder;

	private final String[] settings;

	private final OwnPostgreSql store;

	private final ClusterNode first;

	private final ClusterNode second;

	private final ClusterRecords records;

	private final ClusterAdmin admin;

	/**
	 * Starts all of it, the second node after the first.
	 * @param settings more settings of all nodes
	 */
	ProcessCluster(Path folder, String... settings) {
		this.folder = folder;
		this.settings = settings;
		this.store = new OwnPostgreSql(folder.resolve("store"));
		this.first = node("first", Map.of());
		this.records = new ClusterRecords(database());
		this.admin = new ClusterAdmin(this.first);
		this.second = node("second", hasClock() ? clock() : Map.of());
	}

	private ClusterNode node(String name, Map<String, String> environment) {
		return node(name, DATABASE, environment, ClusterRecords.name(name));
	}

	private ClusterNode node(String name, String database, Map<String, String> environment, String setting) {
		return new ClusterNode(this.folder.resolve(name), this.rabbit, environment,
				Stream.of(this.store.settings(database), this.settings, new String[] { setting })
					.flatMap(Stream::of)
					.toArray(String[]::new));
	}

	private static boolean hasClock() {
		return Files.exists(LIBRARY);
	}

	private static Map<String, String> clock() {
		return Map.of("LD_PRELOAD", LIBRARY.toString(), "FAKETIME", "+60s");
	}

	/** A node of another cluster on the same RabbitMQ. */
	ClusterNode stranger() {
		database().execute("create database other");
		return node("stranger", "other", Map.of(), "--hubbub.cluster.name=other");
	}

	/** A node of another cluster with the same name on the same RabbitMQ, which ends. */
	HubbubProcess namesake() throws IOException {
		database().execute("create database namesake");
		return HubbubProcess.doomed(this.folder.resolve("namesake"),
				Stream
					.of(this.store.settings("namesake"), RabbitMq.settings(this.rabbit.port()),
							new String[] { "--hubbub.cluster.enabled=true" })
					.flatMap(Stream::of)
					.toArray(String[]::new));
	}

	/** Skips a test where the clocks of both nodes are the same. */
	static void assumeClocksDiffer() {
		Assumptions.assumeTrue(hasClock() || Boolean.parseBoolean(System.getenv("HUBBUB_TESTS_SKIP_NOTHING")),
				"The clocks are the same: apt-get install --no-install-recommends libfaketime");
	}

	/** The time by which the clock of the second node is ahead, to a second. */
	Duration ahead() {
		return Duration.between(date(this.first), date(this.second));
	}

	private static Instant date(ClusterNode node) {
		return DateTimeFormatter.RFC_1123_DATE_TIME.parse(node.api().get("/api/session").header("Date"), Instant::from);
	}

	RabbitMq rabbit() {
		return this.rabbit;
	}

	OwnPostgreSql store() {
		return this.store;
	}

	JdbcTemplate database() {
		return this.store.template(DATABASE);
	}

	ClusterRecords records() {
		return this.records;
	}

	ClusterAdmin olga() {
		return this.admin;
	}

	ClusterNode first() {
		return this.first;
	}

	ClusterNode second() {
		return this.second;
	}

	List<ClusterNode> nodes() {
		return List.of(this.first, this.second);
	}

	/** The node that runs a follower. */
	ClusterNode holder(String follower) {
		return this.records.holder(follower).equals("first") ? this.first : this.second;
	}

	ClusterNode other(ClusterNode node) {
		return (node == this.first) ? this.second : this.first;
	}

	/** Whether a node uses RabbitMQ. */
	boolean isBusUp(ClusterNode node) {
		return node.health(this.admin.token(), "bus").equals("UP");
	}

	/** Whether all nodes see the store so. */
	boolean isStore(String status) {
		return nodes().stream().allMatch((node) -> node.health(this.admin.token(), "store").equals(status));
	}

	void awaitBus() {
		Awaitility.await("RabbitMQ is used again")
			.atMost(Duration.ofMinutes(1))
			.until(() -> nodes().stream().allMatch(this::isBusUp));
	}

	@Override
	public void close() {
		nodes().forEach(ClusterNode::close);
		this.store.close();
		this.rabbit.close();
	}

}
