package chat.hubbub.moderation;

import java.util.Locale;

/** What moderators do about somebody. */
enum Measure {

	/** May read and not post. */
	MUTE,

	/** May not be here. */
	BAN;

	/** Reads it as it stands in addresses, in the plural. */
	static Measure ofPath(String path) {
		return path.equals("mutes") ? MUTE : BAN;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
