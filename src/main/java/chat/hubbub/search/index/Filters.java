package chat.hubbub.search.index;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import chat.hubbub.account.Account;
import chat.hubbub.account.Username;
import chat.hubbub.search.text.Query;
import chat.hubbub.topic.TopicName;

/**
 * The words in the index for the topic, the author and the content of a message. They
 * begin with a character that is a token of its own in a text, so that no text contains
 * one.
 */
public final class Filters {

	/** A word that no message has. */
	public static final String NOTHING = "+nothing";

	/** A text with too many words for the places of PostgreSQL. */
	static final String LONG = "+long";

	private Filters() {
	}

	/**
	 * The word of a topic.
	 * @param topic the topic
	 * @return a word that only its messages have
	 */
	public static String topic(TopicName topic) {
		return "#" + topic.value().replace('-', '+');
	}

	/**
	 * The word of an account.
	 * @param account its number
	 * @return a word that its messages have, also after it was deleted
	 */
	public static String account(long account) {
		return Account.key(account);
	}

	/**
	 * The word of the guests with a name.
	 * @param name the name
	 * @return a word that the messages of all guests of this name have
	 */
	public static String guest(Username name) {
		return "@g" + HexFormat.of().formatHex(name.key().getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The word of a content.
	 * @param content the content of a message
	 * @return a word that all these messages have
	 */
	public static String content(Query.Content content) {
		return (content == Query.Content.LINK) ? "+link" : "+file";
	}

}
