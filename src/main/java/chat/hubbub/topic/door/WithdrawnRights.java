package chat.hubbub.topic.door;

import java.security.Principal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import chat.hubbub.account.RoleChanged;
import chat.hubbub.account.User;
import chat.hubbub.broker.connection.Connections;
import chat.hubbub.broker.connection.Selection;
import chat.hubbub.topic.Access;
import chat.hubbub.topic.ReadersChanged;
import chat.hubbub.topic.TopicChanged;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;

/** Ends subscriptions and connections whose right was withdrawn. */
@Component
class WithdrawnRights {

	private final Connections connections;

	private final TopicDestinations destinations;

	private final Topics topics;

	WithdrawnRights(Connections connections, TopicDestinations destinations, Topics topics) {
		this.connections = connections;
		this.destinations = destinations;
		this.topics = topics;
	}

	@EventListener
	void end(TopicChanged changed) {
		TopicName topic = changed.after().topic().name();
		Access before = changed.before().topic().access();
		if (before == Access.PRIVATE) {
			// Only a member can have lost the right: admins keep it.
			end(topic, this.connections.of(changed.before().keys()));
		}
		else if (before != changed.after().topic().access()) {
			end(topic, this.connections.all());
		}
	}

	@EventListener
	void end(ReadersChanged changed) {
		end(changed.topic(), changed.key().map(this.connections::of).orElseGet(this.connections::all));
	}

	/**
	 * A connection keeps the role from its start, so it is ended and the client connects
	 * again.
	 */
	@EventListener
	void end(RoleChanged changed) {
		this.connections.of(changed.account().key())
			.close((principal, attributes) -> principal instanceof User user && user.role() != changed.account().role(),
					new RoleOutdated());
	}

	private void end(TopicName topic, Selection readers) {
		readers.endSubscriptions((user, destination) -> belongsTo(topic, destination) && !mayRead(user, topic));
	}

	private boolean belongsTo(TopicName topic, String destination) {
		return DestinationGuard.broadcast(destination)
			.flatMap(this.destinations::topicOf)
			.filter(topic::equals)
			.isPresent();
	}

	private boolean mayRead(Principal principal, TopicName topic) {
		return principal instanceof User user && this.topics.mayRead(user, topic);
	}

}
