package chat.hubbub.topic;

import java.security.Principal;
import java.util.List;

import chat.hubbub.account.Account;
import chat.hubbub.account.AccountNotFound;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.account.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own conversations over HTTP. */
@RestController
@RequestMapping("/api/conversations")
class ConversationController {

	private final Conversations conversations;

	private final Accounts accounts;

	ConversationController(Conversations conversations, Accounts accounts) {
		this.conversations = conversations;
		this.accounts = accounts;
	}

	@GetMapping
	List<Listing> all(@Nullable Principal principal) {
		return this.conversations.of(Visitor.of(principal));
	}

	/** Opens a conversation; repeating this has no effect. */
	@PostMapping
	Listing open(@RequestBody Wish wish, @Nullable Principal principal) {
		User user = Visitor.of(principal);
		return this.conversations.open(user, user.account() == null ? List.of() : accounts(wish));
	}

	private List<Long> accounts(Wish wish) {
		List<@Nullable String> names = (wish.people() != null) ? wish.people() : List.of();
		if (names.size() > Conversations.MAX_PEOPLE) {
			throw new IllFormedConversation();
		}
		return names.stream().map(this::account).toList();
	}

	private Long account(@Nullable String name) {
		return this.accounts.find(new Username((name != null) ? name : ""))
			.map(Account::id)
			.orElseThrow(() -> new AccountNotFound(String.valueOf(name)));
	}

	/**
	 * The request for a conversation.
	 *
	 * @param people the names of the other accounts; may contain that of the user
	 */
	record Wish(@Nullable List<@Nullable String> people) {

	}

}
