package chat.hubbub.message;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

import chat.hubbub.broker.PastForgotten;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.PostgreSql;
import chat.hubbub.fixture.TestBus;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class FreshConnectionsTests {

	/** Two in the pool of a test, and that of the writer. */
	private static final int ALL = 3;

	private final TestBus bus = new TestBus();

	private TestLog log;

	private FreshConnections connections;

	private JdbcTemplate watcher;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.log = new TestLog(Database.onPostgreSql(folder));
		this.log.addTopic("tea");
		this.connections = new FreshConnections(this.bus, this.log.database().source(), this.log.store());
		this.watcher = new JdbcTemplate(new DriverManagerDataSource(PostgreSql.url(folder) + "?ApplicationName=watcher",
				"postgres", "postgres"));
	}

	@AfterEach
	void close() {
		this.connections.destroy();
		this.log.close();
	}

	@Test
	void replacesAllConnectionsAfterATextWasErased() {
		this.log.post("tea", "secret");
		Awaitility.await().until(() -> processes().size() == ALL);
		List<Integer> before = processes();
		this.connections.replaceIfErased();
		assertThat(processes()).isEqualTo(before);
		this.bus.publish(new PastForgotten("/topic/chat.tea"));
		this.connections.replaceIfErased();
		Awaitility.await().until(() -> Collections.disjoint(processes(), before));
		assertThat(this.log.post("tea", "public")).isEqualTo(2);
	}

	/** The processes of PostgreSQL behind the connections of the log and of its pool. */
	private List<Integer> processes() {
		return this.watcher.queryForList("select pid from pg_stat_activity where datname = current_database()"
				+ " and application_name <> 'watcher' order by pid", Integer.class);
	}

}
