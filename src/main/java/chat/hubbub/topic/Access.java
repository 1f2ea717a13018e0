package chat.hubbub.topic;

import java.util.Locale;

/** The users that may read a topic. Written in lower case in JSON and in the settings. */
public enum Access {

	/** Everybody, including guests. */
	OPEN,

	/** Users with an account. */
	MEMBERS,

	/** Invited accounts. */
	PRIVATE;

	/**
	 * Parses the name of an access.
	 * @param text for example {@code private}
	 * @return the access
	 * @throws IllFormedTopic if there is no such access
	 */
	static Access of(String text) {
		for (Access access : values()) {
			if (access.toString().equals(text)) {
				return access;
			}
		}
		throw IllFormedTopic.access();
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
