package chat.bench.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import chat.bench.peer.Usage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL whose commits are on disk. */
final class Postgres implements Closeable {

	private static final String USER = "postgres";

	/** The first line of its file is the id of the process that starts all others. */
	private static final String POSTMASTER = "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint";

	private final EmbeddedPostgres server;

	private final long postmaster;

	private int databases;

	private Postgres(EmbeddedPostgres server, long postmaster) {
		this.server = server;
		this.postmaster = postmaster;
	}

	static Postgres start() throws IOException {
		EmbeddedPostgres server = EmbeddedPostgres.builder()
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("full_page_writes", "on")
			.start();
		return new Postgres(server, query(server, POSTMASTER));
	}

	/** The arguments of servers on a new database. */
	List<String> newDatabase() throws IOException {
		String name = "bench" + ++this.databases;
		query(this.server, "create database " + name);
		return List.of("--spring.datasource.url=jdbc:postgresql://localhost:" + this.server.getPort() + "/" + name,
				"--spring.datasource.username=" + USER, "--spring.datasource.password=" + USER);
	}

	/** The CPU time of all its processes, also of those that have ended. */
	Duration cpu() {
		Duration sum = new Usage(this.postmaster).cpuWithEnded();
		for (ProcessHandle child : ProcessHandle.of(this.postmaster)
			.stream()
			.flatMap(ProcessHandle::children)
			.toList()) {
			sum = sum.plus(new Usage(child.pid()).cpuIfAlive());
		}
		return sum;
	}

	private static long query(EmbeddedPostgres server, String sql) throws IOException {
		try (Connection connection = server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			if (!statement.execute(sql)) {
				return 0;
			}
			try (ResultSet rows = statement.getResultSet()) {
				rows.next();
				return rows.getLong(1);
			}
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		try {
			this.server.close();
		}
		catch (IllegalStateException ex) {
			// On a busy machine it stops later than its keeper waits.
			System.err.println("PostgreSQL was slow to stop: " + ex.getMessage());
		}
	}

}
