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

	Entry(TopicName topic, User sender, Draft draft) {
		this(topic, sender, draft, new CompletableFuture<>());
	}

}
