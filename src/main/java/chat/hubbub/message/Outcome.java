package chat.hubbub.message;

import org.jspecify.annotations.Nullable;

/**
 * What came of a wish that was granted.
 *
 * @param wish the wish
 * @param event the event that stands for it; {@code null} if there was nothing to do
 * @param fresh whether the wish made the event; if not, an earlier one did
 * @param changed how a message looks now that has changed, or {@code null} if none has
 */
record Outcome(Wish wish, @Nullable Event event, boolean fresh, @Nullable Posted changed) {

	static Outcome happened(Wish wish, Event event) {
		return new Outcome(wish, event, true, null);
	}

	static Outcome unchanged(Wish wish, @Nullable Event earlier) {
		return new Outcome(wish, earlier, false, null);
	}

	void complete() {
		this.wish.complete(this.event);
	}

}
