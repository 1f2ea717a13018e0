package chat.hubbub.presence;

import java.util.Set;

import org.springframework.stereotype.Component;

import chat.hubbub.stomp.Destinations;

/** The people in a place, as clients see them. Thread-safe; answers from memory. */
@Component
public class Attendees {

	private final Rosters rosters;

	Attendees(Rosters rosters) {
		this.rosters = rosters;
	}

	/**
	 * Whether a person subscribes to any destination that shows who is there, on any
	 * node, about a second ago.
	 * @param person the key of the person, for an account its
	 * {@linkplain chat.hubbub.account.Account#key() key}
	 * @return also {@code true} for some seconds after the last subscription has ended
	 */
	public boolean isHere(String person) {
		return this.rosters.hasPerson(person);
	}

	/**
	 * The people who subscribe to a destination, on all nodes, about a second ago.
	 * @param destination the destination, such as {@code /topic/chat}
	 * @return their names, the first comers first; empty if they are so many that clients
	 * do not see them all
	 */
	public Set<String> names(String destination) {
		View view = this.rosters.view(destination.substring(Destinations.TOPIC.length()));
		return (view.online() + view.away() <= View.ALL) ? view.people().keySet() : Set.of();
	}

}
