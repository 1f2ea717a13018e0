package chat.hubbub.moderation;

import java.util.Locale;

/** The kinds of sanctions. */
enum Measure {

	/** The user may read but not post. */
	MUTE,

	/** The user may not be here. */
	BAN;

	/** Parses its plural form in addresses. */
	static Measure ofPath(String path) {
		return path.equals("mutes") ? MUTE : BAN;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
