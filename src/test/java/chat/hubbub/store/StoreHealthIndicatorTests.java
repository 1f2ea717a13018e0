package chat.hubbub.store;

import java.nio.file.Path;

import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.StoreLock;
import com.zaxxer.hikari.HikariDataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.health.contributor.Status;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StoreHealthIndicatorTests {

	@TempDir
	private Path folder;

	private Database database;

	private StoreHealthIndicator health;

	@BeforeEach
	void open() {
		this.database = new Database(this.folder, 20);
		this.health = new StoreHealthIndicator((HikariDataSource) this.database.source(), this.database.template(),
				this.database.transactions());
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void isDownFromAFaultUntilSomethingCanBeStored() {
		// The pool is open, as in a server that has started.
		assertThat(Database.tables(this.database.template())).contains("topic");
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
		StoreLock lock = new StoreLock(this.folder);
		try (lock) {
			assertThatExceptionOfType(CannotCreateTransactionException.class).isThrownBy(this::write);
			assertThat(this.health.health().getStatus()).isEqualTo(Status.DOWN);
			assertThat(String.valueOf(this.health.health().getDetails().get("reason")))
				.containsPattern("SQLITE_BUSY|not currently accepting connections|Connection is not available");
		}
		Awaitility.await().until(() -> this.health.health().getStatus().equals(Status.UP));
		assertThat(Database.tables(this.database.template())).contains("topic").doesNotContain("store_trial");
	}

	private void write() {
		this.database.transactions().executeWithoutResult((status) -> this.database.addTopic("tea"));
	}

}
