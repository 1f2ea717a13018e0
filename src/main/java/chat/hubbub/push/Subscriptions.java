package chat.hubbub.push;

import java.net.URI;
import java.time.Clock;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.account.Account;
import chat.hubbub.account.AccountDeparting;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.Secret;
import chat.hubbub.account.SignInRequired;
import chat.hubbub.account.User;
import chat.hubbub.outgoing.OutgoingRequests;

/** The subscriptions of accounts, at most ten each. Thread-safe. */
@Component
class Subscriptions {

	/** The maximum number for an account; another one replaces the oldest. */
	static final int MAX_OF_ACCOUNT = 10;

	private final PushStore store;

	private final Accounts accounts;

	private final OutgoingRequests requests;

	private final TransactionOperations transaction;

	private final Clock clock;

	Subscriptions(PushStore store, Accounts accounts, OutgoingRequests requests, TransactionOperations transaction,
			Clock clock) {
		this.store = store;
		this.accounts = accounts;
		this.requests = requests;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Adds the browser of a user, or renews it.
	 * @param wanted the description by the browser
	 * @param language the tag of the language of its notices
	 * @param page the address of the page, without a path
	 * @return the id of the subscription
	 * @throws SignInRequired if the user is a guest
	 * @throws PushRefused if it is malformed
	 * @throws chat.hubbub.outgoing.AddressForbidden if the server may not send there
	 */
	String add(User user, Wanted wanted, String language, String page) {
		Account account = this.accounts.find(user.account()).orElseThrow(SignInRequired::new);
		URI endpoint = this.requests.check(wanted.secureEndpoint());
		String id = new Secret(endpoint.toString()).hash();
		Subscription subscription = new Subscription(id, account.id(), account.epoch(), endpoint, wanted.publicKey(),
				wanted.secret(), language, page);
		this.transaction
			.executeWithoutResult((status) -> this.store.put(subscription, this.clock.instant(), MAX_OF_ACCOUNT));
		return id;
	}

	/** Ends a subscription of a user; an unknown one has no effect. */
	void end(User user, String id) {
		Account account = this.accounts.find(user.account()).orElseThrow(SignInRequired::new);
		this.transaction.executeWithoutResult((status) -> this.store.delete(id, account.id()));
	}

	@EventListener
	void forget(AccountDeparting departing) {
		this.transaction.executeWithoutResult((status) -> this.store.deleteOf(departing.account().id()));
	}

}
