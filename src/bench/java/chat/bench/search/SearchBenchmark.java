package chat.bench.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.HdrHistogram.Histogram;

/**
 * The time of searches over HTTP in a server with many messages, one search after the
 * other.
 */
public final class SearchBenchmark {

	private static final int TOPICS = 200;

	private static final int BATCH = 10_000;

	private static final String POSTGRESQL = "postgresql";

	private final Path jar;

	private final Path work;

	private final int messages;

	private final int queries;

	private SearchBenchmark(Path jar, Path work, boolean isShort) {
		this.jar = jar;
		this.work = work;
		this.messages = isShort ? 10_000 : 1_000_000;
		this.queries = isShort ? 10 : 300;
	}

	/**
	 * Measures and prints a table.
	 * @param jar Hubbub's jar
	 * @param work the folder for logs and data
	 * @param store {@code sqlite} or {@code postgresql}
	 * @param isShort whether to show only that it works
	 * @throws IOException if a server does not start
	 * @throws InterruptedException if interrupted
	 */
	public static void run(Path jar, Path work, String store, boolean isShort)
			throws IOException, InterruptedException {
		Files.createDirectories(work);
		SearchBenchmark benchmark = new SearchBenchmark(jar, work, isShort);
		try {
			if (store.equals(POSTGRESQL)) {
				try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
					benchmark.run(postgres.getJdbcUrl("postgres", "postgres"));
				}
			}
			else {
				benchmark.run("");
			}
		}
		catch (SQLException ex) {
			throw new IOException("The messages could not be stored", ex);
		}
	}

	private void run(String postgres) throws IOException, InterruptedException, SQLException {
		Path data = Files.createTempDirectory(this.work, "search-");
		List<String> arguments = new ArrayList<>(List.of("--hubbub.data=" + data));
		String url = postgres.isEmpty() ? "jdbc:sqlite:" + data.resolve("hubbub.db") : postgres;
		if (!postgres.isEmpty()) {
			arguments.add("--spring.datasource.url=" + postgres);
			arguments.add("--spring.datasource.username=postgres");
		}
		Path log = this.work.resolve("search.log");
		try (SearchServer server = SearchServer.start(this.jar, log, arguments)) {
			for (int topic = 0; topic < TOPICS; topic++) {
				server.createTopic("t" + topic);
			}
		}
		long begun = System.nanoTime();
		try (Connection connection = DriverManager.getConnection(url)) {
			fill(connection);
		}
		System.out.printf(Locale.ROOT, "%,d messages stored in %.0f s%n", this.messages, seconds(begun));
		begun = System.nanoTime();
		try (SearchServer server = SearchServer.start(this.jar, log, arguments)) {
			server.awaitIndex();
			System.out.printf(Locale.ROOT, "indexed in %.0f s, with the start%n%n", seconds(begun));
			System.out.println("| query | p50 ms | p99 ms | max ms | hits |\n| --- | --: | --: | --: | --: |");
			for (Corpus.Kind kind : Corpus.Kind.values()) {
				measure(server, kind);
			}
		}
	}

	private void measure(SearchServer server, Corpus.Kind kind) throws IOException, InterruptedException {
		Histogram times = new Histogram(3);
		long hits = 0;
		for (String query : Corpus.queries(kind, this.queries)) {
			server.search(query, 20);
		}
		for (String query : Corpus.queries(kind, this.queries)) {
			long begun = System.nanoTime();
			String answer = server.search(query, 20).body();
			times.recordValue(System.nanoTime() - begun);
			hits += answer.split("\"type\":", -1).length - 1;
		}
		double milli = TimeUnit.MILLISECONDS.toNanos(1);
		System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %,d |%n", kind,
				times.getValueAtPercentile(50) / milli, times.getValueAtPercentile(99) / milli,
				times.getMaxValue() / milli, hits);
	}

	private void fill(Connection connection) throws SQLException {
		connection.setAutoCommit(false);
		Corpus corpus = new Corpus(1);
		long id = 0;
		try (PreparedStatement message = connection.prepareStatement("""
				insert into message (id, topic, seq, login, sender, text, sent_at)
				values (?, ?, ?, 'ada', 'ada', ?, ?)""");
				PreparedStatement event = connection
					.prepareStatement("insert into event (topic, seq, kind, message) values (?, ?, 'posted', ?)")) {
			while (id < this.messages) {
				for (String text : corpus.next(BATCH)) {
					add(message, event, ++id, text);
				}
				message.executeBatch();
				event.executeBatch();
			}
		}
		finish(connection, id);
	}

	private static void add(PreparedStatement message, PreparedStatement event, long id, String text)
			throws SQLException {
		String topic = "t" + id % TOPICS;
		long seq = 1 + (id - 1) / TOPICS;
		message.setLong(1, id);
		message.setString(2, topic);
		message.setLong(3, seq);
		message.setString(4, text);
		message.setLong(5, id * 1000);
		message.addBatch();
		event.setString(1, topic);
		event.setLong(2, seq);
		event.setLong(3, id);
		event.addBatch();
	}

	private static void finish(Connection connection, long last) throws SQLException {
		try (PreparedStatement heads = connection.prepareStatement("update topic set head = ? where name like 't%'");
				PreparedStatement ids = connection.prepareStatement("update message_id set last = ?")) {
			heads.setLong(1, last / TOPICS);
			heads.executeUpdate();
			ids.setLong(1, last);
			ids.executeUpdate();
		}
		connection.commit();
	}

	private static double seconds(long begun) {
		return (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
	}

}
