package chat.hubbub.message;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

import chat.hubbub.account.Account;
import chat.hubbub.account.AccountDeleted;
import chat.hubbub.broker.Tails;

/**
 * Gives the messages of an account that is deleted another name, in the store and in the
 * broker's memory.
 */
@Component
class Farewells {

	// By then the log has stored what the account sent in its last moment.
	private static final Duration AGAIN = Duration.ofSeconds(5);

	private final SenderStore senders;

	private final Tails tails;

	private final TaskScheduler scheduler;

	private final Clock clock;

	Farewells(SenderStore senders, Tails tails, @Qualifier("messageBrokerTaskScheduler") TaskScheduler scheduler,
			Clock clock) {
		this.senders = senders;
		this.tails = tails;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	@EventListener
	void rename(AccountDeleted deleted) {
		rename(deleted.account());
		Future<?> unused = this.scheduler.schedule(() -> rename(deleted.account()), this.clock.instant().plus(AGAIN));
	}

	private void rename(Account account) {
		this.senders.rename(account.key(), account.nameAfterDeletion());
		this.tails.refresh();
	}

}
