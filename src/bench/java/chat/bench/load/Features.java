package chat.bench.load;

import java.util.ArrayList;
import java.util.List;

/** The features of a topic that a client uses. */
public enum Features {

	/** The messages. */
	CHAT("messages only"),

	/** Presence, typing and unread too, like the page. */
	PAGE("with presence, typing and unread");

	private final String title;

	Features(String title) {
		this.title = title;
	}

	/**
	 * The name in the report.
	 * @return a title
	 */
	public String title() {
		return this.title;
	}

	/** The frames of a client that has connected. */
	List<byte[]> subscriptions(Topic topic) {
		List<String> destinations = new ArrayList<>(List.of(topic.destination()));
		if (this == PAGE) {
			destinations.addAll(List.of("/user/queue/unread", topic.presence(), topic.typing()));
		}
		List<byte[]> frames = new ArrayList<>();
		for (int id = 0; id < destinations.size(); id++) {
			frames.add(subscribe(id, destinations.get(id), ""));
		}
		return frames;
	}

	/** A SUBSCRIBE frame with further header lines, each with its line feed. */
	static byte[] subscribe(int id, String destination, String headers) {
		return Bytes.ascii("SUBSCRIBE\nid:" + id + "\ndestination:" + destination + "\n" + headers + "\n\0");
	}

}
