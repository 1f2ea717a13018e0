package chat.hubbub.message;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a granted wish.
 *
 * @param wish the wish
 * @param event its event; {@code null} if there was nothing to do
 * @param fresh whether this wish created the event; otherwise an earlier one did
 * @param changed the new state of a changed message, or {@code null}
 * @param repeated whether other events contain the former text of the changed message
 */
record Outcome(Wish wish, @Nullable Event event, boolean fresh, @Nullable Posted changed, boolean repeated) {

	static Outcome happened(Wish wish, Event event) {
		return new Outcome(wish, event, true, null, false);
	}

	static Outcome changed(Wish wish, Event event, Posted changed, boolean repeated) {
		return new Outcome(wish, event, true, changed, repeated);
	}

	static Outcome unchanged(Wish wish, @Nullable Event earlier) {
		return new Outcome(wish, earlier, false, null, false);
	}

	/** The same with another form of its event. */
	Outcome with(Event other) {
		return new Outcome(this.wish, other, this.fresh, this.changed, this.repeated);
	}

	void complete() {
		this.wish.complete(this.event);
	}

}
