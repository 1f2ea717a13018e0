package chat.hubbub.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import chat.hubbub.account.Account;
import chat.hubbub.account.Username;
import chat.hubbub.search.text.Query;
import chat.hubbub.topic.TopicName;

/**
 * A stored message as its row in the index is made of it.
 *
 * @param id its id
 * @param topic its topic
 * @param login the login of its author
 * @param sender the name of its author
 * @param text its text
 * @param files whether it has files
 */
record Source(long id, String topic, String login, String sender, String text, boolean files) {

	private static final Pattern LINK = Pattern.compile("https?://\\S", Pattern.CASE_INSENSITIVE);

	/** The same with another text. */
	Source with(String other) {
		return new Source(this.id, this.topic, this.login, this.sender, other, this.files);
	}

	/** The same with or without files. */
	Source with(boolean filesThen) {
		return new Source(this.id, this.topic, this.login, this.sender, this.text, filesThen);
	}

	/** Its {@linkplain Filters words} besides those of the text. */
	List<String> filters() {
		List<String> filters = new ArrayList<>(4);
		filters.add(Filters.topic(new TopicName(this.topic)));
		filters.add(Account.ofKey(this.login)
			.map(Filters::account)
			.orElseGet(() -> Filters.guest(new Username(this.sender))));
		if (LINK.matcher(this.text).find()) {
			filters.add(Filters.content(Query.Content.LINK));
		}
		if (this.files) {
			filters.add(Filters.content(Query.Content.FILE));
		}
		return filters;
	}

}
