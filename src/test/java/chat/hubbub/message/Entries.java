package chat.hubbub.message;

import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.topic.TopicName;

/** What ada and grace post in the topic tea. */
final class Entries {

	static final TopicName TEA = new TopicName("tea");

	private Entries() {
	}

	static Entry ada(String text) {
		return entry(TEA, "ada", text, null);
	}

	static Entry ada(String text, String id) {
		return entry(TEA, "ada", text, id);
	}

	static Entry grace(String text, String id) {
		return entry(TEA, "grace", text, id);
	}

	static Entry entry(TopicName topic, String sender, String text, String id) {
		return new Entry(topic, User.guest(new Username(sender), sender), new Draft(text, id));
	}

}
