package chat.hubbub.message;

import java.util.List;

import chat.hubbub.refusal.Refusal;

/**
 * Wishes that are granted together or not at all: a single wish, or those of a
 * transaction.
 *
 * @param wishes in their order; must not be changed
 */
record Unit(List<Wish> wishes) {

	static Unit of(Wish wish) {
		return new Unit(List.of(wish));
	}

	/** One unit with the wishes of several. */
	static Unit of(List<Unit> units) {
		return new Unit(units.stream().flatMap((unit) -> unit.wishes().stream()).toList());
	}

	int size() {
		return this.wishes.size();
	}

	/** Its approximate size on the heap in bytes. */
	long bytes() {
		long bytes = 0;
		for (Wish wish : this.wishes) {
			bytes += wish.bytes();
		}
		return bytes;
	}

	/** Whether it has to wait for other wishes. */
	boolean isCollected() {
		for (Wish wish : this.wishes) {
			if (wish.isCollected()) {
				return true;
			}
		}
		return false;
	}

	void refuse(Refusal refusal) {
		this.wishes.forEach((wish) -> wish.refuse(refusal));
	}

}
