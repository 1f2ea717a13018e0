package chat.hubbub.topic;

import java.util.Locale;

/** Who may read a topic. Written in lower case in JSON and in the settings. */
public enum Access {

	/** Everybody, guests among them. */
	OPEN,

	/** Everybody who has an account. */
	MEMBERS,

	/** Those who were invited to it. */
	PRIVATE;

	/**
	 * Reads an access as clients write it.
	 * @param text for example {@code private}
	 * @return the access
	 * @throws IllFormedTopic if there is none of that name
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
