package chat.hubbub.broker.replay;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.Backlog;
import chat.hubbub.broker.fanout.Tails;
import chat.hubbub.broker.wire.EncodedMessage;

/** What the broker remembers of each topic, for those who were away. Thread-safe. */
@Component
class Past {

	private final Tails tails;

	private final Pages pages;

	private final ObjectProvider<Backlog> backlog;

	Past(Tails tails, Pages pages, ObjectProvider<Backlog> backlog) {
		this.tails = tails;
		this.pages = pages;
		this.backlog = backlog;
	}

	/**
	 * Reads what is remembered anew from the store, where the past was changed. Blocks
	 * while it reads.
	 */
	void refresh() {
		this.pages.forgetAll();
		this.tails.forEach((destination, tail) -> tail
			.refresh((since, limit) -> this.backlog.getObject().after(destination, since, limit)));
	}

	/** Forgets all that is remembered, where events may be missing from it. */
	void forget() {
		this.pages.forgetAll();
		this.tails.forEach((destination, tail) -> tail.clear());
	}

	/**
	 * Puts an event in the place of the one of its number, if that is remembered.
	 * @param event what there is now, which the store has already
	 */
	void replace(EncodedMessage event) {
		this.pages.forget(event.destination(), event.seq());
		this.tails.find(event.destination()).ifPresent((tail) -> tail.replace(event));
	}

}
