package chat.hubbub.broker;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.stereotype.Component;

import chat.hubbub.broker.wire.EncodedMessage;

/**
 * Tells features of each subscription that begins or ends, and asks them for its first
 * message. Thread-safe.
 */
@Component
public class Attendance {

	private final List<Listener> listeners = new CopyOnWriteArrayList<>();

	/**
	 * Registers a listener for the life of this node.
	 * @param listener the listener
	 */
	public void listen(Listener listener) {
		this.listeners.add(listener);
	}

	/**
	 * The place to report the subscriptions of one connection.
	 * @param subscriber the connection
	 * @return its register
	 */
	public Register of(Subscriber subscriber) {
		return new Register(this, subscriber);
	}

	/**
	 * The first messages of a new subscription.
	 * @param destination its destination as the broker names it
	 * @return a new list
	 */
	public List<EncodedMessage> openings(String destination) {
		return this.listeners.stream().flatMap((listener) -> listener.opening(destination).stream()).toList();
	}

	/**
	 * Passes the subscriptions of one connection on to the listeners.
	 *
	 * @param attendance the listeners
	 * @param subscriber the connection
	 */
	public record Register(Attendance attendance, Subscriber subscriber) {

		/** A subscription has begun. */
		public void began(String destination) {
			for (Listener listener : this.attendance.listeners) {
				listener.began(this.subscriber, destination);
			}
		}

		/** A subscription has ended; called once for each that has begun. */
		public void ended(String destination) {
			for (Listener listener : this.attendance.listeners) {
				listener.ended(this.subscriber, destination);
			}
		}

	}

	/**
	 * Follows subscriptions. Its methods are called on any thread, also on those of
	 * shards, so they must not block or publish.
	 */
	public interface Listener {

		/**
		 * A subscription has begun. Called once for each, possibly after {@code ended} if
		 * it was ended at the same moment.
		 * @param subscriber its connection
		 * @param destination its destination as the broker names it
		 */
		void began(Subscriber subscriber, String destination);

		/**
		 * A subscription has ended, or its connection has. Called once for each.
		 * @param subscriber its connection
		 * @param destination its destination as the broker names it
		 */
		void ended(Subscriber subscriber, String destination);

		/**
		 * The message that a new subscription receives before all others, on the thread
		 * of its shard. A message that is published later than the state which this one
		 * shows reaches the subscription too.
		 * @param destination the destination as the broker names it
		 * @return the message, or empty for none
		 */
		Optional<EncodedMessage> opening(String destination);

	}

}
