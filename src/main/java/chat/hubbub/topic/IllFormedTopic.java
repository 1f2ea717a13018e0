package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;

/** The refusal of a topic that breaks the rules of {@link Topic}. */
@SuppressWarnings("serial")
public final class IllFormedTopic extends Refusal {

	private IllFormedTopic(String sentence) {
		super(Kind.INVALID, "topic.ill-formed", sentence);
	}

	static IllFormedTopic texts() {
		return new IllFormedTopic("The title of a topic may have at most " + Topic.MAX_TITLE
				+ " characters, its description at most " + Topic.MAX_DESCRIPTION + ".");
	}

	static IllFormedTopic access() {
		return new IllFormedTopic("The access of a topic must be open, members or private.");
	}

	static IllFormedTopic lobby() {
		return new IllFormedTopic("The lobby is always open to everybody.");
	}

}
