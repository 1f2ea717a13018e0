package chat.bench.load;

import java.util.BitSet;

import org.jspecify.annotations.Nullable;

/**
 * The messages that one subscriber has received of a topic, as places in the topic's
 * order: 0, 1, 2 … Costs nothing as long as they come in that order.
 */
final class Reception {

	/** How a message came. */
	enum Arrival {

		IN_ORDER, LATE, DUPLICATE

	}

	private int next;

	private int greatest = -1;

	private @Nullable BitSet ahead;

	Arrival accept(int place) {
		if (place < this.next || (this.ahead != null && this.ahead.get(place))) {
			return Arrival.DUPLICATE;
		}
		Arrival arrival = (place < this.greatest) ? Arrival.LATE : Arrival.IN_ORDER;
		this.greatest = Math.max(this.greatest, place);
		if (place == this.next) {
			this.next++;
			catchUp();
		}
		else {
			if (this.ahead == null) {
				this.ahead = new BitSet();
			}
			this.ahead.set(place);
		}
		return arrival;
	}

	int count() {
		return this.next + ((this.ahead != null) ? this.ahead.cardinality() : 0);
	}

	private void catchUp() {
		BitSet ahead = this.ahead;
		if (ahead == null) {
			return;
		}
		while (ahead.get(this.next)) {
			ahead.clear(this.next);
			this.next++;
		}
		if (ahead.isEmpty()) {
			this.ahead = null;
		}
	}

}
