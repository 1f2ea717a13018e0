package chat.hubbub.message;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.account.AccountDeparting;
import chat.hubbub.broker.PastChanged;
import chat.hubbub.bus.Bus;

/**
 * Renames the sender of a deleted account's messages and the mentions of the account, in
 * the store and in the broker's memory. It runs again a moment later, for messages that
 * were on their way.
 */
@Component
class DeletedSenders {

	private final SenderStore senders;

	private final MentionStore mentions;

	private final TransactionOperations transaction;

	private final Bus bus;

	DeletedSenders(SenderStore senders, MentionStore mentions, TransactionOperations transaction, Bus bus) {
		this.senders = senders;
		this.mentions = mentions;
		this.transaction = transaction;
		this.bus = bus;
	}

	@EventListener
	void rename(AccountDeparting deleted) {
		this.senders.rename(deleted.account().key(), deleted.account().nameAfterDeletion());
		this.mentions.rename(deleted.account().id(), deleted.account().nameAfterDeletion());
		this.transaction.executeWithoutResult((status) -> this.bus.announce(new PastChanged()));
		this.bus.publish(new PastChanged());
	}

}
