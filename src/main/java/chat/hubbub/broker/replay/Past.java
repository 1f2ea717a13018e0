package chat.hubbub.broker.replay;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.Backlog;
import chat.hubbub.broker.fanout.Tails;
import chat.hubbub.broker.wire.EncodedMessage;

/** The tails of all topics, for features that change past events. Thread-safe. */
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
	 * Reads all tails again from the store after past events have changed. Blocks while
	 * it reads.
	 */
	void refresh() {
		this.pages.forgetAll();
		this.tails.forEach((destination, tail) -> tail
			.refresh((since, limit) -> this.backlog.getObject().after(destination, since, limit)));
	}

	/** Clears all tails, because events may be missing from them. */
	void forget() {
		this.pages.forgetAll();
		this.tails.forEach((destination, tail) -> tail.clear());
	}

	/**
	 * Replaces an event in its tail, if the tail has it.
	 * @param event the changed event, which must already be stored
	 */
	void replace(EncodedMessage event) {
		this.pages.forget(event.destination(), event.seq());
		this.tails.find(event.destination()).ifPresent((tail) -> tail.replace(event));
	}

}
