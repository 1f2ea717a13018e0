package chat.hubbub.account;

import java.security.Principal;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The language of the user's account over HTTP. */
@RestController
class LanguageController {

	private final ChosenLanguages languages;

	LanguageController(ChosenLanguages languages) {
		this.languages = languages;
	}

	@PutMapping("/api/account/language")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void choose(@RequestBody Wanted wanted, @Nullable Principal principal) {
		Long account = Visitor.of(principal).account();
		if (account == null) {
			throw new SignInRequired();
		}
		this.languages.choose(account, wanted.language());
	}

	/**
	 * The request for a language.
	 *
	 * @param language its tag, such as {@code zh}
	 */
	record Wanted(@Nullable String language) {

	}

}
