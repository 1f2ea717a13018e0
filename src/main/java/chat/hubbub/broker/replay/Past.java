package chat.hubbub.broker.replay;

import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.Backlog;
import chat.hubbub.broker.fanout.Tail;
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
		this.tails.forEach(this::refresh);
	}

	/**
	 * Reads the tail of a topic again from the store after several of its past events
	 * have changed. Blocks while it reads.
	 */
	void rewrite(String destination) {
		this.pages.forget(destination);
		this.tails.find(destination).ifPresent((tail) -> refresh(destination, tail));
	}

	private void refresh(String destination, Tail tail) {
		tail.refresh((since, limit) -> read(destination, since, limit));
	}

	/**
	 * Reads the events of a tail, or the newest of them if they have become too large for
	 * one page; then a tail has no room for the others.
	 */
	private List<EncodedMessage> read(String destination, long since, int limit) {
		Backlog store = this.backlog.getObject();
		List<EncodedMessage> events = store.after(destination, since, limit);
		long last = Math.min(since + limit, store.head(destination).orElse(0));
		if (!events.isEmpty() && events.get(events.size() - 1).seq() >= last) {
			return events;
		}
		List<EncodedMessage> newest = new ArrayList<>();
		long bytes = 0;
		for (long seq = last; seq > since && bytes <= Backlog.PAGE_BYTES; seq--) {
			for (EncodedMessage event : store.after(destination, seq - 1, 1)) {
				newest.add(event);
				bytes += event.length();
			}
		}
		return newest;
	}

	/** Clears all tails, because events may be missing from them. */
	void forget() {
		this.pages.forgetAll();
		this.tails.forEach((destination, tail) -> tail.clear());
	}

	/** Clears the tail of one topic. */
	void forget(String destination) {
		this.pages.forget(destination);
		this.tails.find(destination).ifPresent(Tail::clear);
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
