package chat.hubbub.topic.door;

import java.security.Principal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import chat.hubbub.account.RoleChanged;
import chat.hubbub.account.RoleOutdated;
import chat.hubbub.account.User;
import chat.hubbub.broker.Clients;
import chat.hubbub.broker.Selection;
import chat.hubbub.topic.Access;
import chat.hubbub.topic.ReadersChanged;
import chat.hubbub.topic.TopicChanged;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;

/** Ends subscriptions and connections whose right was withdrawn. */
@Component
class WithdrawnRights {

	private final Clients clients;

	private final TopicDestinations destinations;

	private final Topics topics;

	WithdrawnRights(Clients clients, TopicDestinations destinations, Topics topics) {
		this.clients = clients;
		this.destinations = destinations;
		this.topics = topics;
	}

	@EventListener
	void end(TopicChanged changed) {
		TopicName topic = changed.after().topic().name();
		Access before = changed.before().topic().access();
		if (before.isByInvitation()) {
			// Only a member can have lost the right: admins keep it.
			end(topic, this.clients.of(changed.before().keys()));
		}
		else if (before != changed.after().topic().access()) {
			end(topic, this.clients.all());
		}
	}

	@EventListener
	void end(ReadersChanged changed) {
		end(changed.topic(), changed.key().map(this.clients::of).orElseGet(this.clients::all));
	}

	/**
	 * A connection keeps the role from its start, so it is ended and the client connects
	 * again.
	 */
	@EventListener
	void end(RoleChanged changed) {
		this.clients.of(changed.account().key())
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
