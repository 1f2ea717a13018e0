package chat.hubbub.setting;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a setting that is not allowed. */
@SuppressWarnings("serial")
public final class IllFormedSetting extends Refusal {

	private IllFormedSetting(String code, Phrase sentence) {
		super(Kind.INVALID, code, sentence);
	}

	static IllFormedSetting name() {
		return new IllFormedSetting("server.name", Phrase.of("server.name").with("characters", ServerName.MAX_LENGTH));
	}

	static IllFormedSetting signUp() {
		return new IllFormedSetting("server.sign-up", Phrase.of("server.sign-up"));
	}

}
