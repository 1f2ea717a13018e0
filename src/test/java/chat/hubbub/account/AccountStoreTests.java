package chat.hubbub.account;

import java.nio.file.Path;
import java.time.Instant;

import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FormerDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AccountStoreTests {

	@Test
	void neverGivesANumberAgain(@TempDir Path folder) {
		try (Database database = new Database(folder)) {
			AccountStore store = new AccountStore(database.client(), database.ids());
			neverGivesAgain(database, store, insert(store, "ada"));
		}
	}

	@Test
	void neverGivesANumberAgainOfAFormerDatabase(@TempDir Path folder) {
		FormerDatabase.in(folder);
		try (Database database = Database.inAFile(folder)) {
			long last = database.client().sql("select max(id) from account").query(Long.class).single();
			neverGivesAgain(database, new AccountStore(database.client(), database.ids()), last);
		}
	}

	private static void neverGivesAgain(Database database, AccountStore store, long last) {
		assertThat(insert(store, "barbara")).isEqualTo(last + 1);
		database.template().update("delete from account_look where account = ?", last + 1);
		database.template().update("delete from account where id = ?", last + 1);
		assertThat(insert(store, "edsger")).isEqualTo(last + 2);
	}

	private static long insert(AccountStore store, String name) {
		return store.insert(new Username(name), null, Role.MEMBER, Instant.EPOCH).id();
	}

}
