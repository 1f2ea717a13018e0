package chat.hubbub.presence;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import chat.hubbub.account.User;
import chat.hubbub.broker.Attendance;
import chat.hubbub.broker.Subscriber;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.stomp.Destinations;

/**
 * Follows the subscriptions to places, and to the destinations that show their people.
 * Thread-safe.
 */
@Component
class Audience implements Attendance.Listener {

	private final Places places;

	private final Visits visits;

	private final Rosters rosters;

	private final Typists typists;

	private final JsonMapper json;

	/** The number of subscriptions to each destination that shows a place. */
	private final Map<String, Integer> watchers = new ConcurrentHashMap<>();

	/** The last state of each of these destinations. */
	private final Map<String, Encoded> states = new ConcurrentHashMap<>();

	Audience(Attendance attendance, Places places, Visits visits, Rosters rosters, Typists typists, JsonMapper json) {
		this.places = places;
		this.visits = visits;
		this.rosters = rosters;
		this.typists = typists;
		this.json = json;
		attendance.listen(this);
	}

	@Override
	public void began(Subscriber subscriber, String destination) {
		Optional<String> place = this.places.of(destination, Destinations.TOPIC);
		if (place.isPresent() && subscriber.user() instanceof User user) {
			this.visits.began(Visit.of(user, subscriber.attributes()), place.get());
		}
		watch(destination, 1);
	}

	@Override
	public void ended(Subscriber subscriber, String destination) {
		Optional<String> place = this.places.of(destination, Destinations.TOPIC);
		if (place.isPresent() && subscriber.user() instanceof User user) {
			this.visits.ended(Visit.of(user, subscriber.attributes()), place.get(), System.nanoTime(),
					subscriber.isVanished());
		}
		watch(destination, -1);
	}

	@Override
	public Optional<EncodedMessage> opening(String destination) {
		Optional<String> place = this.places.presenceOf(destination);
		return place.isPresent() ? Optional.of(state(destination, this.rosters.view(place.get())))
				: this.places.typingOf(destination)
					.flatMap(this.typists::told)
					.map((notice) -> encode(destination, notice));
	}

	/** Very many may join between two changes of the view, so it is encoded once. */
	private EncodedMessage state(String destination, View view) {
		Encoded known = this.states.get(destination);
		if (known != null && known.view().equals(view)) {
			return known.message();
		}
		EncodedMessage message = encode(destination, view.state());
		if (isWatched(destination)) {
			this.states.put(destination, new Encoded(view, message));
		}
		return message;
	}

	EncodedMessage encode(String destination, Object notice) {
		return EncodedMessage.json(destination, this.json.writeValueAsBytes(notice));
	}

	/** Whether any client of this node subscribes to a destination that shows a place. */
	boolean isWatched(String destination) {
		return this.watchers.containsKey(destination);
	}

	private void watch(String destination, int more) {
		if (this.places.presenceOf(destination).isPresent() || this.places.typingOf(destination).isPresent()) {
			Integer left = this.watchers.merge(destination, more,
					(one, other) -> (one + other != 0) ? Integer.valueOf(one + other) : null);
			if (left == null) {
				this.states.remove(destination);
			}
		}
	}

	/**
	 * A view and its message.
	 *
	 * @param view the people that it shows
	 * @param message the message for new subscribers
	 */
	private record Encoded(View view, EncodedMessage message) {

	}

}
