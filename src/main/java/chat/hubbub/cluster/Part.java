package chat.hubbub.cluster;

import java.util.List;
import java.util.Set;

import chat.hubbub.broker.wire.EncodedMessage;

/**
 * Consecutive events of one topic in one commit.
 *
 * @param destination the topic's destination
 * @param first the number of the first event
 * @param last the number of the last event
 * @param events the events, or none if there was no room for them: then they are read
 * from the store
 * @param erasing those of the events that change earlier ones, and maybe others
 * @param commit the commit
 */
record Part(String destination, long first, long last, List<EncodedMessage> events, Set<EncodedMessage> erasing,
		Held commit) {

	static Part of(List<EncodedMessage> run, Set<EncodedMessage> erasing, Held commit) {
		EncodedMessage first = run.get(0);
		return new Part(first.destination(), first.seq(), first.seq() + run.size() - 1, run, erasing, commit);
	}

	Part withoutEvents() {
		return new Part(this.destination, this.first, this.last, List.of(), Set.of(), this.commit);
	}

	boolean isEmpty() {
		return this.events.isEmpty();
	}

	/** Its size on the heap. */
	long bytes() {
		long bytes = 0;
		for (EncodedMessage event : this.events) {
			bytes += event.bytes();
		}
		return bytes;
	}

}
