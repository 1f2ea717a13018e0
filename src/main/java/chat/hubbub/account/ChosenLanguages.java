package chat.hubbub.account;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import chat.hubbub.words.Language;
import chat.hubbub.words.Languages;

/**
 * The languages that accounts have chosen in the page, which follow them to every
 * browser. They are in the store alone, because only a page and a sign-in need one.
 * Thread-safe.
 */
@Component
public class ChosenLanguages {

	private final JdbcClient jdbc;

	/** The languages in one database. */
	public ChosenLanguages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The language of an account.
	 * @param account its number, or {@code null} for a guest
	 * @return the language; empty if the account has chosen none, or one that this server
	 * no longer has
	 */
	public Optional<Language> of(@Nullable Long account) {
		return (account == null) ? Optional.empty()
				: this.jdbc.sql("select language from account where id = ? and language is not null")
					.param(account)
					.query(String.class)
					.optional()
					.flatMap(Languages::named);
	}

	/**
	 * Chooses the language of an account.
	 * @param tag the tag of a language
	 * @throws LanguageUnknown if there is no such language
	 * @throws SessionEnded if the account was deleted
	 */
	void choose(long account, @Nullable String tag) {
		Language language = Languages.named(tag).orElseThrow(LanguageUnknown::new);
		if (this.jdbc.sql("update account set language = ? where id = ? and deleted_at is null")
			.params(language.tag(), account)
			.update() == 0) {
			throw new SessionEnded();
		}
	}

}
