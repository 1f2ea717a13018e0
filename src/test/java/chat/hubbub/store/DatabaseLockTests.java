package chat.hubbub.store;

import java.nio.file.Path;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.PostgreSql;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatabaseLockTests {

	@TempDir
	private Path folder;

	@Test
	void isSharedByTheNodesOfAClusterAndTheirFirstIsOne() throws SQLException {
		try (DatabaseLock first = begin(true)) {
			CompletableFuture<DatabaseLock> second = CompletableFuture.supplyAsync(() -> beginLater(true));
			Awaitility.await().until(() -> PostgreSql.waits(this.folder));
			assertThat(first.isFirst()).isTrue();
			assertThat(second).isNotDone();
			first.settle();
			try (DatabaseLock joined = second.join(); DatabaseLock third = begin(true)) {
				assertThat(joined.isFirst()).isFalse();
				assertThat(third.isFirst()).isFalse();
			}
		}
		try (DatabaseLock again = begin(true)) {
			assertThat(again.isFirst()).isTrue();
		}
	}

	@Test
	void passesToTheNextNodeIfTheFirstEndsTooEarly() throws SQLException {
		CompletableFuture<DatabaseLock> second;
		try (DatabaseLock first = begin(true)) {
			assertThat(first.isFirst()).isTrue();
			second = CompletableFuture.supplyAsync(() -> beginLater(true));
			Awaitility.await().until(() -> PostgreSql.waits(this.folder));
		}
		try (DatabaseLock lock = second.join()) {
			assertThat(lock.isFirst()).isTrue();
		}
	}

	@Test
	void isNotSharedWithASingleServer() throws SQLException {
		try (DatabaseLock node = begin(true)) {
			assertThat(node.isFirst()).isTrue();
			assertThatThrownBy(() -> begin(false)).isInstanceOf(StoreUnusable.class)
				.hasMessageStartingWith("Another Hubbub is using the database postgresql://localhost:")
				.hasMessageEndingWith("or join it with hubbub.cluster.enabled=true.");
		}
		try (DatabaseLock single = begin(false)) {
			assertThat(single.isFirst()).isTrue();
			assertThatThrownBy(() -> begin(true)).isInstanceOf(StoreUnusable.class)
				.hasMessageStartingWith("A Hubbub outside of the cluster is using the database");
		}
	}

	/** Otherwise it would begin an epoch that the others do not know. */
	@Test
	void isNotThatOfTheFirstNodeWhileOthersComeBackWithTheDatabase() throws SQLException {
		try (DatabaseLock before = begin(true)) {
			before.settle();
			execute("create table cluster_node as select 'before' as id");
			execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
			try (DatabaseLock restarted = begin(true)) {
				assertThat(restarted.isFirst()).isFalse();
			}
		}
	}

	@Test
	void isThatOfTheFirstNodeIfTheOthersDoNotComeBack() throws SQLException {
		execute("create table cluster_node as select 'killed' as id");
		try (DatabaseLock restarted = begin(true)) {
			assertThat(restarted.isFirst()).isTrue();
		}
	}

	/** As a frozen one does: the system accepts connections for it. */
	@Test
	void doesNotWaitForeverForADatabaseThatSaysNothing() throws IOException {
		try (ServerSocket silent = new ServerSocket(0)) {
			DatabaseLock lock = new DatabaseLock("jdbc:postgresql://localhost:" + silent.getLocalPort() + "/x",
					new Properties(), true, () -> {
					});
			CompletableFuture<Void> renewal = CompletableFuture.runAsync(lock::renew);
			Awaitility.await().atMost(Inbox.PATIENCE).until(renewal::isDone);
			lock.close();
		}
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(PostgreSql.url(this.folder), "postgres", "postgres");
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private DatabaseLock beginLater(boolean shared) {
		try {
			return begin(shared);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private DatabaseLock begin(boolean shared) throws SQLException {
		Properties login = new Properties();
		login.setProperty("user", "postgres");
		login.setProperty("password", "postgres");
		return DatabaseLock.begin(PostgreSql.url(this.folder), login, shared, (connection) -> {
		});
	}

}
