package chat.hubbub.account;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static chat.hubbub.account.TestAccounts.NOTHING;
import static chat.hubbub.account.TestAccounts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DeletedAccountsTests {

	private TestAccounts server;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.server = new TestAccounts(folder);
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void forgetsADeletedAccountButItsNumber() {
		Account ada = this.server.signUp("ada");
		this.server.accounts().delete(ada.id(), NOTHING);
		assertThat(this.server.accounts().find(ada.id())).isEmpty();
		assertThatExceptionOfType(SignInFailed.class)
			.isThrownBy(() -> this.server.passwords().authenticate("ada", PASSWORD));
		assertThat(this.server.events()).endsWith(new AccountDeleted(ada), new AccountDeparting(ada));
		Account another = this.server.signUp("ada");
		assertThat(another.id()).isNotEqualTo(ada.id());
		this.server.start();
		assertThat(this.server.accounts().find(ada.id())).isEmpty();
		assertThat(this.server.accounts().find(another.id())).contains(another);
	}

	@Test
	void freesTheNameOnAllNodesOnceItsMessagesHaveAnother() {
		Names there = this.server.otherNode();
		Account ada = this.server.signUp("ada");
		Account grace = this.server.signUp("grace");
		this.server.accounts().delete(ada.id(), NOTHING);
		assertThat(there.isTaken(ada.username())).isFalse();
		this.server.breakDepartures(true);
		this.server.accounts().delete(grace.id(), NOTHING);
		assertThat(there.isTaken(grace.username())).isTrue();
	}

	@Test
	void finishesADeletionThatWasCutOff() {
		Account ada = this.server.signUp("ada");
		this.server.breakDepartures(true);
		this.server.accounts().delete(ada.id(), NOTHING);
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> this.server.signUp("ada"));
		this.server.events().clear();
		this.server.start();
		this.server.departures().goOn();
		assertThat(this.server.accounts().find(ada.id())).isEmpty();
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> this.server.signUp("Аda"));
		assertThatExceptionOfType(NameTaken.class)
			.isThrownBy(() -> this.server.guests().claim(new Username("ada"), "somebody"));
		this.server.breakDepartures(false);
		this.server.departures().goOn();
		assertThat(this.server.events()).containsExactly(new AccountDeparting(ada));
		assertThat(this.server.signUp("ada").id()).isNotEqualTo(ada.id());
		this.server.events().clear();
		this.server.start();
		this.server.departures().goOn();
		assertThat(this.server.events()).isEmpty();
	}

	@Test
	void finishesADeletionOnceMoreForWhatWasOnItsWay() {
		Account ada = this.server.signUp("ada");
		this.server.accounts().delete(ada.id(), NOTHING);
		this.server.events().clear();
		this.server.departures().goOn();
		assertThat(this.server.events()).isEmpty();
		Account another = this.server.signUp("ada");
		this.server.events().clear();
		this.server.clock().advance(Departures.AGAIN);
		this.server.departures().goOn();
		assertThat(this.server.events()).containsExactly(new AccountDeparting(ada));
		this.server.departures().goOn();
		assertThat(this.server.events()).hasSize(1);
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> this.server.signUp("ada"));
		assertThat(this.server.accounts().find(another.id())).contains(another);
	}

	@Test
	void leavesANameThatSomebodyTookMeanwhile() {
		Account ada = this.server.signUp("ada");
		this.server.accounts().delete(ada.id(), NOTHING);
		Account another = this.server.signUp("ada");
		this.server.start();
		this.server.departures().goOn();
		assertThat(this.server.events()).endsWith(new AccountDeparting(ada));
		assertThat(this.server.accounts().find(new Username("ada"))).contains(another);
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> this.server.signUp("ada"));
	}

	@Test
	void keepsTheLastAdmin() {
		Account ada = this.server.signUp("ada");
		Account grace = this.server.signUp("grace");
		this.server.accounts().changeRole(ada.id(), Role.ADMIN);
		assertThatExceptionOfType(LastAdmin.class)
			.isThrownBy(() -> this.server.accounts().changeRole(ada.id(), Role.MEMBER, ada.user()));
		assertThatExceptionOfType(LastAdmin.class).isThrownBy(() -> this.server.accounts().delete(ada.id(), NOTHING));
		this.server.start();
		assertThat(this.server.accounts().find(ada.id())).get().extracting(Account::role).isEqualTo(Role.ADMIN);
		this.server.accounts().changeRole(grace.id(), Role.ADMIN, ada.user());
		this.server.accounts().changeRole(ada.id(), Role.MEMBER, grace.user());
		this.server.accounts().delete(ada.id(), NOTHING);
		assertThatExceptionOfType(LastAdmin.class).isThrownBy(() -> this.server.accounts().delete(grace.id(), NOTHING));
	}

	@Test
	void keepsOneOfTwoAdminsWhoLeaveAtOnce() {
		for (int round = 0; round < 50; round++) {
			Account one = this.server.signUp("one-" + round);
			Account other = this.server.signUp("other-" + round);
			this.server.accounts().changeRole(one.id(), Role.ADMIN);
			this.server.accounts().changeRole(other.id(), Role.ADMIN);
			this.server.accounts()
				.page(0, 200)
				.stream()
				.filter((account) -> account.role().equals("admin") && account.id() < one.id())
				.forEach((account) -> this.server.accounts().changeRole(account.id(), Role.MEMBER));
			CompletableFuture<Void> leaving = CompletableFuture
				.runAsync(() -> this.server.accounts().delete(one.id(), NOTHING));
			catchThrowableOfType(LastAdmin.class,
					() -> this.server.accounts().changeRole(other.id(), Role.MEMBER, other.user()));
			leaving.exceptionally((refused) -> null).join();
			assertThat(this.server.accounts().hasAdmin()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "deleted-1", "DELETED-77", "deIeted-1", "dеleted-1" })
	void givesNobodyTheNameOfADeletedAccount(String name) {
		assertThatExceptionOfType(NameTaken.class).isThrownBy(() -> this.server.signUp(name));
		assertThatExceptionOfType(NameTaken.class)
			.isThrownBy(() -> this.server.guests().claim(new Username(name), "browser"));
		assertThatExceptionOfType(NameTaken.class)
			.isThrownBy(() -> this.server.guests().enter(new Username(name), "c1"));
	}

}
