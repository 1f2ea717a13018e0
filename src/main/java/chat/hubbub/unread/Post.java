package chat.hubbub.unread;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import chat.hubbub.account.Account;
import chat.hubbub.account.Username;

/**
 * A message, as far as it is counted.
 *
 * @param seq its number
 * @param sentAt its time in ms
 * @param author tells its author from most others
 * @param people the {@linkplain #person numbers} of the people whom it mentions, except
 * its author
 */
record Post(long seq, long sentAt, int author, List<Integer> people) {

	/** A message without mentions. */
	Post(long seq, long sentAt, int author) {
		this(seq, sentAt, author, List.of());
	}

	/**
	 * Tells an author from others. An account is known by its key, under any name, and a
	 * guest by the name that is shown.
	 * @param login the account's key, or the name that a guest asked for
	 * @param sender the shown name
	 */
	static int author(String login, String sender) {
		return (Account.isKey(login) ? login : sender).hashCode();
	}

	/**
	 * The number of a person in mentions: that of the key of the account or of the name.
	 */
	static int person(String login, String sender) {
		return (Account.isKey(login) ? login : new Username(sender).key()).hashCode();
	}

	/** The numbers of people by their keys, without a message's author. */
	static List<Integer> people(Set<String> keys, String login, String sender) {
		if (keys.isEmpty()) {
			return List.of();
		}
		int author = person(login, sender);
		List<Integer> people = new ArrayList<>(keys.size());
		for (String key : keys) {
			int person = key.hashCode();
			if (person != author) {
				people.add(person);
			}
		}
		return List.copyOf(people);
	}

}
