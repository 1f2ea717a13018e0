package chat.hubbub.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.StoreLock;
import chat.hubbub.fixture.StoredInAFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Spring's transactions while the database is locked or away, and after. */
class LockedStoreTests {

	@TempDir
	private Path folder;

	private Database database;

	@BeforeEach
	void open() {
		this.database = new Database(this.folder, 20);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	@StoredInAFile
	@SuppressWarnings("try")
	void lendsNoConnectionAgainWhoseTransactionCouldNotBegin() {
		try (StoreLock lock = new StoreLock(this.folder)) {
			for (int number = 0; number < 4; number++) {
				assertThatExceptionOfType(CannotCreateTransactionException.class).isThrownBy(() -> add("refused"));
			}
		}
		for (int number = 0; number < 4; number++) {
			add("stored-" + number);
		}
		assertThat(this.database.client().sql("select name from topic order by name").query(String.class).list())
			.containsExactly("stored-0", "stored-1", "stored-2", "stored-3");
	}

	@Test
	void keepsWhatFailedInATransactionFromBeingStored() {
		add("tea");
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.database.transactions().executeWithoutResult((status) -> {
				this.database.addTopic("coffee");
				this.database.addTopic("tea");
			}));
		assertThat(this.database.client().sql("select name from topic").query(String.class).list())
			.containsExactly("tea");
	}

	@Test
	@StoredInAFile
	void tellsWhyATransactionFailedNotThatItsConnectionIsGone() {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(this::fill).withMessageContaining("SQLITE_FULL");
	}

	@Test
	void keepsAConnectionOverAStatementThatBreaksARule() throws SQLException {
		add("tea");
		try (Connection connection = this.database.source().getConnection()) {
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> connection.createStatement().execute("insert into topic select * from topic"));
			assertThat(connection.isClosed()).isFalse();
		}
	}

	private void fill() {
		this.database.transactions().executeWithoutResult((status) -> {
			this.database.template().execute("pragma max_page_count = 1");
			for (int number = 0; number < 1000; number++) {
				this.database.addTopic("tea-" + number);
			}
		});
	}

	private void add(String topic) {
		this.database.transactions().executeWithoutResult((status) -> this.database.addTopic(topic));
	}

}
