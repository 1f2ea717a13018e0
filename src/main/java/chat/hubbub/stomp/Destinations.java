package chat.hubbub.stomp;

/** The prefixes of the destinations that there are. */
public final class Destinations {

	/** Where clients send to: a controller's {@code @MessageMapping} behind it. */
	public static final String APP = "/app/";

	/** What the broker delivers to whoever subscribes. */
	public static final String TOPIC = "/topic/";

	/** What the broker delivers to one user only. */
	public static final String USER_QUEUE = "/user/queue/";

	/** Where a client is told of what was refused. */
	public static final String ERRORS = USER_QUEUE + "errors";

	private Destinations() {
	}

}
