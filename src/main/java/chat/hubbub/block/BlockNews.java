package chat.hubbub.block;

import java.security.Principal;
import java.util.Optional;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.User;
import chat.hubbub.broker.Clients;
import chat.hubbub.stomp.Destinations;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

/** Tells all clients of an account whom it has blocked, and no other user. */
@Component
class BlockNews {

	private static final String QUEUE = Destinations.USER_QUEUE + "blocks";

	private final Accounts accounts;

	private final Clients clients;

	private final JsonMapper json;

	BlockNews(Accounts accounts, Clients clients, JsonMapper json) {
		this.accounts = accounts;
		this.clients = clients;
		this.json = json;
	}

	@EventListener
	void tell(BlockChanged changed) {
		Optional<byte[]> news = this.accounts.find(changed.other())
			.map((other) -> new News(other.username().value(), changed.blocked()))
			.map(this.json::writeValueAsBytes);
		this.clients.of(Account.key(changed.account()))
			.tell(QUEUE, (principal) -> isOf(principal, changed.account()) ? news : Optional.empty());
	}

	private static boolean isOf(Principal principal, long account) {
		return principal instanceof User user && user.account() != null && user.account() == account;
	}

	/**
	 * A person was blocked, or is no longer.
	 *
	 * @param name the name of the person
	 * @param blocked {@code false} if the block was lifted
	 */
	record News(String name, boolean blocked) {

	}

}
