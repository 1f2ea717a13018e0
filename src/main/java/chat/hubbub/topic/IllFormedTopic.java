package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;

/** A topic that breaks the rules of {@link Topic}. */
@SuppressWarnings("serial")
public final class IllFormedTopic extends Refusal {

	private IllFormedTopic(String sentence) {
		super(Kind.INVALID, "topic.ill-formed", sentence);
	}

	static IllFormedTopic texts() {
		return new IllFormedTopic("A topic has a title of at most " + Topic.MAX_TITLE
				+ " characters and a description of at most " + Topic.MAX_DESCRIPTION + ".");
	}

	static IllFormedTopic access() {
		return new IllFormedTopic("A topic's access is open, members or private.");
	}

	static IllFormedTopic lobby() {
		return new IllFormedTopic("The lobby is open to everybody, and stays so.");
	}

}
