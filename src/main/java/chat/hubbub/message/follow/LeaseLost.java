package chat.hubbub.message.follow;

/** Another node runs the follower by now. */
@SuppressWarnings("serial")
class LeaseLost extends RuntimeException {

	LeaseLost(String follower) {
		super("Another node runs the follower " + follower);
	}

}
