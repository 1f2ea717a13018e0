package chat.hubbub.message;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import chat.hubbub.account.AccountDeparting;
import chat.hubbub.broker.PastChanged;
import chat.hubbub.bus.Bus;

/**
 * Gives the messages of an account that is deleted another name, in the store and in the
 * broker's memory. It hears of it again a moment later, for what was on its way.
 */
@Component
class Farewells {

	private final SenderStore senders;

	private final Bus bus;

	Farewells(SenderStore senders, Bus bus) {
		this.senders = senders;
		this.bus = bus;
	}

	@EventListener
	void rename(AccountDeparting deleted) {
		this.senders.rename(deleted.account().key(), deleted.account().nameAfterDeletion());
		this.bus.publish(new PastChanged());
	}

}
