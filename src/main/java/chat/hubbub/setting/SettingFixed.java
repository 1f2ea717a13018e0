package chat.hubbub.setting;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal to change a setting that stands in the configuration. */
@SuppressWarnings("serial")
public final class SettingFixed extends Refusal {

	SettingFixed(String setting) {
		super(Kind.CONFLICT, "server.fixed", Phrase.of("server.fixed").with("setting", "hubbub." + setting));
	}

}
