package chat.hubbub.broker;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the broker remembers of each topic, for those who were away. Thread-safe. */
@Component
class Tails {

	private final Shards shards;

	private final Pages pages;

	private final ObjectProvider<Backlog> backlog;

	Tails(Shards shards, Pages pages, ObjectProvider<Backlog> backlog) {
		this.shards = shards;
		this.pages = pages;
		this.backlog = backlog;
	}

	/**
	 * Reads what is remembered anew from the store, where the past was changed. Blocks
	 * while it reads.
	 */
	void refresh() {
		this.pages.forgetAll();
		this.shards.eachTail((destination, tail) -> tail
			.refresh((since, limit) -> this.backlog.getObject().after(destination, since, limit)));
	}

	/** Forgets all that is remembered, where events may be missing from it. */
	void forget() {
		this.pages.forgetAll();
		this.shards.eachTail((destination, tail) -> tail.clear());
	}

	/**
	 * Puts an event in the place of the one of its number, if that is remembered.
	 * @param event what there is now, which the store has already
	 */
	void replace(EncodedMessage event) {
		this.pages.forget(event.destination(), event.seq());
		this.shards.ifTail(event.destination(), (tail) -> tail.replace(event));
	}

}
