package chat.hubbub.store;

import java.nio.file.Path;

import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.StoreLock;
import com.zaxxer.hikari.HikariDataSource;
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
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
		StoreLock lock = new StoreLock(this.folder);
		try (lock) {
			assertThatExceptionOfType(CannotCreateTransactionException.class).isThrownBy(this::write);
			assertThat(this.health.health().getStatus()).isEqualTo(Status.DOWN);
			assertThat(String.valueOf(this.health.health().getDetails().get("reason"))).contains("SQLITE_BUSY");
		}
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.database.client()
			.sql("select count(*) from sqlite_schema where name = 'store_trial'")
			.query(Integer.class)
			.single()).isZero();
	}

	private void write() {
		this.database.transactions().executeWithoutResult((status) -> this.database.addTopic("tea"));
	}

}
