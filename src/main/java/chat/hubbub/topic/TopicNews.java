package chat.hubbub.topic;

import java.security.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import chat.hubbub.account.User;
import chat.hubbub.account.Visitor;
import chat.hubbub.broker.Clients;
import chat.hubbub.broker.Fanout;
import chat.hubbub.broker.Selection;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.stomp.Destinations;

/**
 * Notifies clients of changes in topics. A new open topic is broadcast to everybody.
 * Other changes go to the queues of the users that subscribe to them and have the right
 * to know.
 */
@Component
class TopicNews {

	static final String FOR_ALL = Destinations.TOPIC + "topics";

	static final String OWN = Destinations.USER_QUEUE + "topics";

	private final TopicStore store;

	private final StoredTopics stored;

	private final Topics topics;

	private final Fanout fanout;

	private final Clients clients;

	private final Listings listings;

	private final JsonMapper json;

	TopicNews(TopicStore store, StoredTopics stored, Topics topics, Fanout fanout, Clients clients, Listings listings,
			JsonMapper json) {
		this.store = store;
		this.stored = stored;
		this.topics = topics;
		this.fanout = fanout;
		this.clients = clients;
		this.listings = listings;
		this.json = json;
	}

	@EventListener
	void tell(TopicCreated created) {
		Rights rights = created.rights();
		if (rights.isDirect()) {
			// Its people are told when they are to see it.
			return;
		}
		boolean open = rights.topic().access() == Access.OPEN;
		if (open) {
			// Each node notifies its own subscribers, because the fact reaches every
			// node.
			byte[] listing = this.json.writeValueAsBytes(Listing.of(rights, Visitor.of(null), 0));
			this.fanout.publish(List.of(EncodedMessage.json(FOR_ALL, listing)));
		}
		tellEach(open ? moderators(rights) : readers(rights, rights), (user) -> {
			boolean more = open ? rights.mayModerate(user) : rights.mayRead(user);
			return more ? Optional.of(Listing.of(rights, user, 0)) : Optional.empty();
		});
	}

	@EventListener
	void tell(TopicChanged changed) {
		TopicName name = changed.after().topic().name();
		long head = this.store.head(name);
		tellEach(readers(changed.before(), changed.after()), (user) -> {
			if (this.topics.isBanned(user, name)) {
				return Optional.empty();
			}
			if (changed.after().mayRead(user)) {
				boolean unseen = changed.after().isDirect() && head == 0;
				return unseen ? Optional.empty() : Optional.of(this.listings.of(changed.after(), user, head));
			}
			return changed.before().mayRead(user) ? Optional.of(new Gone(name.value(), true)) : Optional.empty();
		});
	}

	/** The topic appears or disappears for the users whom the change concerns. */
	@EventListener
	void tell(ReadersChanged changed) {
		Rights rights = this.stored.get(changed.topic());
		long head = this.store.head(changed.topic());
		Selection concerned = changed.key().map(this.clients::of).orElseGet(() -> readers(rights, rights));
		tellEach(concerned, (user) -> {
			if (!changed.whom().test(user) || !rights.mayRead(user)) {
				return Optional.empty();
			}
			return Optional.of(this.topics.isBanned(user, changed.topic()) ? new Gone(changed.topic().value(), true)
					: this.listings.of(rights, user, head));
		});
	}

	/** The connections of users that may moderate a topic. */
	private Selection moderators(Rights rights) {
		Set<String> keys = new HashSet<>(rights.keys());
		keys.add(User.ADMINS);
		return this.clients.of(keys);
	}

	/**
	 * The connections of users that could read the topic before or can now: all of them,
	 * unless it is read by invitation.
	 */
	private Selection readers(Rights before, Rights after) {
		if (!before.topic().access().isByInvitation() || !after.topic().access().isByInvitation()) {
			return this.clients.all();
		}
		Set<String> keys = new HashSet<>(before.keys());
		keys.addAll(after.keys());
		if (!after.isDirect()) {
			keys.add(User.ADMINS);
		}
		return this.clients.of(keys);
	}

	private void tellEach(Selection readers, Function<User, Optional<Object>> news) {
		readers.tell(OWN, (principal) -> userOf(principal).flatMap(news).map(this.json::writeValueAsBytes));
	}

	private static Optional<User> userOf(Principal principal) {
		return (principal instanceof User user) ? Optional.of(user) : Optional.empty();
	}

	/**
	 * The receiver can no longer see a topic.
	 *
	 * @param name its name
	 * @param gone always {@code true}
	 */
	record Gone(String name, boolean gone) {

	}

}
