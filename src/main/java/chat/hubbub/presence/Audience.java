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
		return this.places.presenceOf(destination)
			.<Object>map((place) -> this.rosters.view(place).state())
			.or(() -> this.places.typingOf(destination).flatMap(this.typists::told))
			.map((notice) -> encode(destination, notice));
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
			this.watchers.merge(destination, more,
					(one, other) -> (one + other != 0) ? Integer.valueOf(one + other) : null);
		}
	}

}
