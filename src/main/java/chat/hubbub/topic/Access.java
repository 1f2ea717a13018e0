package chat.hubbub.topic;

import java.util.Locale;

/** The users that may read a topic. Written in lower case in JSON and in the settings. */
public enum Access {

	/** Everybody, including guests. */
	OPEN,

	/** Users with an account. */
	MEMBERS,

	/** Invited accounts, and admins. */
	PRIVATE,

	/**
	 * The participants of a conversation, and no other user. Users cannot give it to a
	 * topic.
	 */
	DIRECT;

	/**
	 * Parses the name of an access.
	 * @param text for example {@code private}
	 * @return the access
	 * @throws IllFormedTopic if there is no such access that users may choose
	 */
	static Access of(String text) {
		Access access = stored(text);
		if (access == DIRECT) {
			throw IllFormedTopic.access();
		}
		return access;
	}

	/** Parses an access from the store. */
	static Access stored(String text) {
		for (Access access : values()) {
			if (access.toString().equals(text)) {
				return access;
			}
		}
		throw IllFormedTopic.access();
	}

	/** Whether accounts read it because they are among its people. */
	public boolean isByInvitation() {
		return this == PRIVATE || this == DIRECT;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
