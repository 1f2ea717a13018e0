package chat.hubbub.account;

import java.security.Principal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The names of accounts, for users who have one, so that they can write to each other.
 */
@RestController
class PeopleController {

	private final StoredAccounts accounts;

	PeopleController(StoredAccounts accounts) {
		this.accounts = accounts;
	}

	/**
	 * Finds other people by a part of their name.
	 * @param q the part; an empty one finds everybody
	 * @return those whose name begins with it, then the rest, each part by name
	 * @throws SignInRequired if the user is a guest
	 */
	@GetMapping("/api/people")
	List<Named> find(@RequestParam(defaultValue = "") String q, @Nullable Principal principal) {
		Long own = Visitor.of(principal).account();
		if (own == null) {
			throw new SignInRequired();
		}
		return this.accounts.search(q, own).stream().map((account) -> new Named(account.username().value())).toList();
	}

	/**
	 * A person with an account.
	 *
	 * @param name the name
	 */
	record Named(String name) {

	}

}
