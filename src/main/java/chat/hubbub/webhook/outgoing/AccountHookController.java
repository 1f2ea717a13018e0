package chat.hubbub.webhook.outgoing;

import java.security.Principal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.Secret;
import chat.hubbub.account.Visitor;

/**
 * The outgoing webhooks for the mentions of an account over HTTP, for itself and for
 * admins.
 */
@RestController
@RequestMapping("/api/accounts/{name}/outgoing-hooks")
class AccountHookController {

	private final OutgoingHooks hooks;

	private final Scopes scopes;

	private final Accounts accounts;

	AccountHookController(OutgoingHooks hooks, Scopes scopes, Accounts accounts) {
		this.hooks = hooks;
		this.scopes = scopes;
		this.accounts = accounts;
	}

	@GetMapping
	List<ShownHook> all(@PathVariable String name, @Nullable Principal principal) {
		return ShownHook.of(this.hooks.of(scope(name, principal)), this.accounts);
	}

	/** Creates a webhook. Its secret is shown only here. */
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	ShownHook create(@PathVariable String name, @RequestBody Wanted wanted, @Nullable Principal principal) {
		Secret secret = Secret.create(OutgoingHookController.SECRET);
		OutgoingHook hook = this.hooks.create(secret, scope(name, principal), Maker.of(principal),
				(wanted.url() != null) ? wanted.url() : "", null, Visitor.of(principal));
		return ShownHook.of(hook, this.accounts, secret);
	}

	@PostMapping("/{id}/resume")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void resume(@PathVariable String name, @PathVariable long id, @Nullable Principal principal) {
		this.hooks.resume(scope(name, principal), id, Maker.of(principal));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revoke(@PathVariable String name, @PathVariable long id, @Nullable Principal principal) {
		this.hooks.revoke(scope(name, principal), id, Visitor.of(principal));
	}

	private Scope scope(String name, @Nullable Principal principal) {
		return this.scopes.of(name, Visitor.of(principal));
	}

	/**
	 * The request for a webhook.
	 *
	 * @param url where it sends the mentions
	 */
	record Wanted(@Nullable String url) {

	}

}
