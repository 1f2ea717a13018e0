package chat.hubbub.draft;

import java.security.Principal;
import java.util.Optional;

import org.springframework.stereotype.Component;

import chat.hubbub.account.Account;
import chat.hubbub.account.User;
import chat.hubbub.broker.Clients;
import chat.hubbub.stomp.Destinations;
import chat.hubbub.bus.Bus;
import chat.hubbub.topic.Topics;

import tools.jackson.databind.json.JsonMapper;

/** Tells all clients of an account its unsent texts, and no other user. */
@Component
class DraftNews {

	private static final String QUEUE = Destinations.USER_QUEUE + "drafts";

	private final Clients clients;

	private final Topics topics;

	private final JsonMapper json;

	DraftNews(Clients clients, Topics topics, JsonMapper json, Bus bus) {
		this.clients = clients;
		this.topics = topics;
		this.json = json;
		bus.receive(DraftKept.class, this::tell);
	}

	private void tell(DraftKept fact) {
		byte[] news = this.json.writeValueAsBytes(new UnsentText(fact.topic().value(), fact.text()));
		this.clients.of(Account.key(fact.account()))
			.tell(QUEUE, (principal) -> concerns(principal, fact) ? Optional.of(news) : Optional.empty());
	}

	private boolean concerns(Principal principal, DraftKept fact) {
		return principal instanceof User user && user.account() != null && user.account() == fact.account()
				&& this.topics.mayRead(user, fact.topic());
	}

}
