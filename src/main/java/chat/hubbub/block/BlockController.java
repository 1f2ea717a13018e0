package chat.hubbub.block;

import java.security.Principal;
import java.util.List;

import chat.hubbub.account.Account;
import chat.hubbub.account.AccountNotFound;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.SignInRequired;
import chat.hubbub.account.Username;
import chat.hubbub.account.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The blocks of one's own account over HTTP. */
@RestController
@RequestMapping("/api/blocks")
class BlockController {

	private final Blocks blocks;

	private final Accounts accounts;

	BlockController(Blocks blocks, Accounts accounts) {
		this.blocks = blocks;
		this.accounts = accounts;
	}

	@GetMapping
	List<Blocked> all(@Nullable Principal principal) {
		return this.blocks.of(account(principal)).stream().map(Blocked::new).toList();
	}

	@PutMapping("/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void block(@PathVariable String name, @Nullable Principal principal) {
		this.blocks.add(account(principal), account(name));
	}

	@DeleteMapping("/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void lift(@PathVariable String name, @Nullable Principal principal) {
		this.blocks.lift(account(principal), account(name));
	}

	private static long account(@Nullable Principal principal) {
		Long account = Visitor.of(principal).account();
		if (account == null) {
			throw new SignInRequired();
		}
		return account;
	}

	private Account account(String name) {
		return this.accounts.find(new Username(name)).orElseThrow(AccountNotFound::new);
	}

	/**
	 * A blocked person.
	 *
	 * @param name the name
	 */
	record Blocked(String name) {

	}

}
