package chat.hubbub.avatar;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.Role;
import chat.hubbub.account.Username;
import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Fact;
import chat.hubbub.fixture.TestBus;

import static org.assertj.core.api.Assertions.assertThat;

class AvatarsTests {

	private static final Account ADA = new Account(7, new Username("ada"), Role.MEMBER, 0);

	private final TestBus bus = new TestBus();

	private final Store store = new Store();

	private final Avatars avatars = new Avatars(this.store, new OnlyAda(), TransactionOperations.withoutTransaction(),
			(event) -> {
			}, this.bus);

	@Test
	void aReadThatTakesLongerDoesNotReplaceANewerOne() throws InterruptedException {
		readWhileAnotherIsUnderWay(AvatarStored.of(ADA), AvatarStored.of(ADA));
		assertThat(this.avatars.of("ada")).contains("newer");
	}

	@Test
	void aReadOfEverythingThatTakesLongerDoesNotEither() throws InterruptedException {
		readWhileAnotherIsUnderWay(new AnythingChanged(), AvatarStored.of(ADA));
		assertThat(this.avatars.of("ada")).contains("newer");
	}

	/** The picture changes once more after a read and before it is remembered. */
	private void readWhileAnotherIsUnderWay(Fact former, Fact later) throws InterruptedException {
		Thread second = new Thread(() -> this.bus.publish(later));
		this.store.afterRead = () -> {
			this.store.address = "newer";
			second.start();
			Awaitility.await()
				.until(() -> second.getState() == Thread.State.TERMINATED || second.getState() == Thread.State.BLOCKED);
		};
		this.store.address = "older";
		this.bus.publish(former);
		second.join();
	}

	/** A picture of ada, and what happens after the next read. */
	private static final class Store extends AvatarStore {

		private volatile @Nullable String address;

		private volatile @Nullable Runnable afterRead;

		Store() {
			super(null, Clock.systemUTC());
		}

		@Override
		Map<Long, String> addresses() {
			return address(ADA.id()).map((read) -> Map.of(ADA.id(), read)).orElse(Map.of());
		}

		@Override
		Optional<String> address(long account) {
			String read = this.address;
			Runnable act = this.afterRead;
			this.afterRead = null;
			if (act != null) {
				act.run();
			}
			return Optional.ofNullable(read);
		}

	}

	private static final class OnlyAda extends Accounts {

		OnlyAda() {
			super(null, null, null, null, null, null, null, null, null, null);
		}

		@Override
		public Optional<Account> find(Username name) {
			return Optional.of(ADA);
		}

	}

}
