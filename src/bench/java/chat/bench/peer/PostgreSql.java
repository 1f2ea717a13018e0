package chat.bench.peer;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL for one server, on the disk of its data, with the defaults of an installed
 * one.
 */
final class PostgreSql implements Closeable {

	private final EmbeddedPostgres server;

	private PostgreSql(EmbeddedPostgres server) {
		this.server = server;
	}

	/** Starts one with its files in a folder. */
	static PostgreSql start(Path data) throws IOException {
		return new PostgreSql(EmbeddedPostgres.builder()
			.setDataDirectory(data.resolve("postgresql"))
			// Like SQLite, it has a message on its disk when its commit is confirmed.
			.setServerConfig("synchronous_commit", "on")
			.start());
	}

	/** Hubbub's settings for it. */
	List<String> settings() {
		return List.of("--spring.datasource.url=" + this.server.getJdbcUrl("postgres", "postgres"),
				"--spring.datasource.username=postgres");
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
