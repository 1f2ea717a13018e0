package chat.hubbub.message;

import java.util.concurrent.CompletableFuture;

import chat.hubbub.account.User;
import chat.hubbub.topic.TopicName;

/**
 * A draft on its way into the log.
 *
 * @param topic where it is posted
 * @param sender who posts it
 * @param draft what is posted
 * @param stored completes when it is stored and handed to all subscribers, or fails with
 * a refusal
 */
record Entry(TopicName topic, User sender, Draft draft, CompletableFuture<Posted> stored) {

	/** What an entry takes beside its text: its objects, its receipt. */
	private static final int OWN_BYTES = 1024;

	/** Of a text that has more than Latin letters. */
	private static final int BYTES_PER_CHARACTER = 2;

	/** How many bytes it takes on the heap, about; its headers are short. */
	long bytes() {
		return OWN_BYTES + (long) BYTES_PER_CHARACTER * this.draft.text().length();
	}

	Entry(TopicName topic, User sender, Draft draft) {
		this(topic, sender, draft, new CompletableFuture<>());
	}

}
