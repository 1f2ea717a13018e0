package chat.hubbub.account;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** All accounts over HTTP, for admins. */
@RestController
@RequestMapping("/api/admin/users")
class UserController {

	private final Accounts accounts;

	UserController(Accounts accounts) {
		this.accounts = accounts;
	}

	/** A page of accounts above number {@code after}, the oldest first. */
	@GetMapping
	List<Registered> page(@RequestParam(defaultValue = "0") long after,
			@RequestParam(defaultValue = Keyset.DEFAULT) int limit) {
		return this.accounts.page(after, Keyset.bounded(limit));
	}

	@PutMapping("/{id}/role")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void changeRole(@PathVariable long id, @RequestBody Wanted wanted, @AuthenticationPrincipal User admin) {
		this.accounts.changeRole(id, wanted.asRole(), admin);
	}

	/**
	 * The request for a new role.
	 *
	 * @param role {@code member} or {@code admin}; case is ignored
	 */
	record Wanted(@Nullable String role) {

		Role asRole() {
			return switch ((this.role != null) ? this.role.toLowerCase(Locale.ROOT) : "") {
				case "member" -> Role.MEMBER;
				case "admin" -> Role.ADMIN;
				default -> throw new IllFormedRole();
			};
		}

	}

}
