package chat.bench.load;

import java.util.ArrayList;
import java.util.List;

/**
 * A topic as the generator knows it: its senders and the order of its messages. With one
 * sender this is the sender's order. With several it is the order in which any subscriber
 * first receives them, and it must contain each sender's own order.
 */
public final class Topic {

	private final String name;

	private final Tally tally;

	private final List<Sender> senders = new ArrayList<>();

	private int places;

	/**
	 * A topic.
	 * @param name its name, or empty for the lobby
	 * @param tally where its deliveries are counted
	 */
	public Topic(String name, Tally tally) {
		this.name = name;
		this.tally = tally;
	}

	String sendDestination() {
		return "/app/chat" + suffix();
	}

	String destination() {
		return "/topic/chat" + suffix();
	}

	String presence() {
		return "/topic/presence" + suffix();
	}

	String typing() {
		return "/topic/typing" + suffix();
	}

	String typingDestination() {
		return "/app/typing" + suffix();
	}

	String readDestination() {
		return "/app/read" + suffix();
	}

	Tally tally() {
		return this.tally;
	}

	int add(Sender sender) {
		this.senders.add(sender);
		return this.senders.size() - 1;
	}

	Sender sender(int number) {
		return this.senders.get(number);
	}

	/**
	 * How many texts all its senders have sent.
	 * @return the number since the start
	 */
	public int sent() {
		int sent = 0;
		for (Sender sender : this.senders) {
			sent += sender.sent();
		}
		return sent;
	}

	/** The place of a message in the topic's order. */
	int place(Sender sender, int seq) {
		if (this.senders.size() == 1) {
			return seq;
		}
		int place = sender.place(seq);
		if (place < 0) {
			place = this.places++;
			if (!sender.seen(seq, place)) {
				this.tally.misordered();
			}
		}
		return place;
	}

	private String suffix() {
		return this.name.isEmpty() ? "" : "." + this.name;
	}

}
