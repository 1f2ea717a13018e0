package chat.hubbub.topic;

import java.util.Optional;

import chat.hubbub.account.User;
import chat.hubbub.broker.Clients;
import chat.hubbub.bus.Bus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Notifies people of a conversation that they see from now on. */
@Component
class ConversationNews {

	private final TopicStore topics;

	private final StoredTopics stored;

	private final ConversationStore store;

	private final Listings listings;

	private final Clients clients;

	private final JsonMapper json;

	ConversationNews(TopicStore topics, StoredTopics stored, ConversationStore store, Listings listings,
			Clients clients, JsonMapper json, Bus bus) {
		this.topics = topics;
		this.stored = stored;
		this.store = store;
		this.listings = listings;
		this.clients = clients;
		this.json = json;
		bus.receive(ConversationShown.class, (fact) -> tell(fact.topic()));
	}

	private void tell(TopicName topic) {
		Rights rights = this.stored.find(topic);
		if (rights == null) {
			// Everybody has left it meanwhile.
			return;
		}
		long head = this.topics.head(topic);
		this.clients.of(rights.keys())
			.tell(TopicNews.OWN,
					(principal) -> (principal instanceof User user && sees(user, rights, head))
							? Optional.of(this.json.writeValueAsBytes(this.listings.of(rights, user, head)))
							: Optional.empty());
	}

	private boolean sees(User user, Rights rights, long head) {
		Long account = user.account();
		return account != null && rights.mayRead(user)
				&& (head > 0 || this.store.isShown(rights.topic().name(), account));
	}

}
