package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** The refusal of a language that this server does not have. */
@SuppressWarnings("serial")
final class LanguageUnknown extends Refusal {

	LanguageUnknown() {
		super(Kind.INVALID, "language.unknown");
	}

}
