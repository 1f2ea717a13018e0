package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of an account that does not exist. */
@SuppressWarnings("serial")
public final class AccountNotFound extends Refusal {

	/** Refuses a name without an account. */
	public AccountNotFound() {
		this(Phrase.of("account.unknown"));
	}

	/**
	 * Refuses a name without an account, and repeats it.
	 * @param name the name as it was written
	 */
	public AccountNotFound(String name) {
		this(Phrase.of("account.unknown-name").with("name", name));
	}

	AccountNotFound(Phrase sentence) {
		super(Kind.NOT_FOUND, "account.unknown", sentence);
	}

}
