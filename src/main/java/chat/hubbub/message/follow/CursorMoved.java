package chat.hubbub.message.follow;

/**
 * A cursor is not where its follower stored it, so another node has stored the same
 * events.
 */
@SuppressWarnings("serial")
class CursorMoved extends RuntimeException {

	CursorMoved(Move move) {
		super("The cursor is no longer at " + move.topic() + " " + move.from());
	}

}
