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

	private final JsonMapper json;

	/** The number of subscriptions to the people of a place. */
	private final Map<String, Integer> watchers = new ConcurrentHashMap<>();

	Audience(Attendance attendance, Places places, Visits visits, Rosters rosters, JsonMapper json) {
		this.places = places;
		this.visits = visits;
		this.rosters = rosters;
		this.json = json;
		attendance.listen(this);
	}

	@Override
	public void began(Subscriber subscriber, String destination) {
		Optional<String> place = this.places.of(destination, Destinations.TOPIC);
		if (place.isPresent() && subscriber.user() instanceof User user) {
			this.visits.began(Visit.of(user, subscriber.attributes()), place.get());
		}
		this.places.presenceOf(destination).ifPresent((watched) -> watch(watched, 1));
	}

	@Override
	public void ended(Subscriber subscriber, String destination) {
		Optional<String> place = this.places.of(destination, Destinations.TOPIC);
		if (place.isPresent() && subscriber.user() instanceof User user) {
			this.visits.ended(Visit.of(user, subscriber.attributes()), place.get(), System.nanoTime(),
					subscriber.isVanished());
		}
		this.places.presenceOf(destination).ifPresent((watched) -> watch(watched, -1));
	}

	@Override
	public Optional<EncodedMessage> opening(String destination) {
		return this.places.presenceOf(destination)
			.map((place) -> EncodedMessage.json(destination,
					this.json.writeValueAsBytes(this.rosters.view(place).state())));
	}

	/** Whether any client of this node subscribes to the people of a place. */
	boolean isWatched(String place) {
		return this.watchers.containsKey(place);
	}

	private void watch(String place, int more) {
		this.watchers.merge(place, more, (one, other) -> (one + other != 0) ? Integer.valueOf(one + other) : null);
	}

}
