package chat.hubbub.message;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import chat.hubbub.account.RightMissing;
import chat.hubbub.account.User;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.store.StoreUnavailable;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.TopicNotFound;
import chat.hubbub.topic.Topics;

/** The messages of all topics. Thread-safe. */
@Component
public class Messages {

	private final Topics topics;

	private final MessageLog log;

	private final MessageStore store;

	private final int textLength;

	private final ApplicationEventPublisher events;

	Messages(Topics topics, MessageLog log, MessageStore store, MessageProperties settings,
			ApplicationEventPublisher events) {
		this.topics = topics;
		this.log = log;
		this.store = store;
		this.textLength = settings.textLength();
		this.events = events;
	}

	/**
	 * Posts a message. Blocks only while the log's queue is full, which slows down the
	 * senders.
	 * @param topic the topic
	 * @param sender the sender
	 * @param draft the message
	 * @return completes when the message is stored and handed to every subscriber, or
	 * fails with {@link IdTaken} or {@link StoreUnavailable}; a draft that was stored
	 * before with its id completes with the stored message
	 * @throws IllFormedDraft if its text is longer than this server allows
	 * @throws TopicNotFound if there is no such topic that the sender may read
	 * @throws RightMissing if only its moderators may post there
	 */
	public CompletionStage<Posted> post(TopicName topic, User sender, Draft draft) {
		draft.requireLength(this.textLength);
		Post post = new Post(this.topics.postable(sender, topic), sender, draft);
		return this.log.append(post, post.event());
	}

	/**
	 * Deletes a message and publishes {@link MessageDeleted}: its text is erased from the
	 * history, and the topic gets an event {@link Deleted}. Does nothing if the message
	 * is already deleted. Blocks until the deletion is stored and published.
	 * @param topic the topic
	 * @param user a moderator, or the account that posted the message
	 * @param seq the message's number
	 * @throws TopicNotFound if there is no such topic that the user may read
	 * @throws MessageNotFound if there is no message with that number
	 * @throws RightMissing if the user may not delete it
	 * @throws StoreUnavailable if it could not be stored; then nothing has changed
	 */
	public void delete(TopicName topic, User user, long seq) {
		TopicName name = this.topics.readable(user, topic);
		Authorship author = this.store.authorship(name, seq).orElseThrow(MessageNotFound::new);
		if (!author.isOf(user) && !this.topics.mayModerate(user, name)) {
			throw new RightMissing(
					"Only the account that posted this message and the moderators of the topic may delete it.");
		}
		Deletion deletion = new Deletion(name, user, seq, author.sender());
		await(this.log.append(deletion, deletion.event()))
			.ifPresent((deleted) -> this.events.publishEvent(deletion.done()));
	}

	private static <T> T await(CompletionStage<T> stage) {
		try {
			return stage.toCompletableFuture().join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof Refusal refusal) ? refusal : ex;
		}
	}

	/**
	 * Reads the history backwards: messages in their present state, deleted ones without
	 * text.
	 * @param topic the topic
	 * @param reader the user
	 * @param seq only messages before this number; {@link Long#MAX_VALUE} for the newest
	 * @param limit the maximum number of messages
	 * @return a new list, the newest first; fewer messages if their bodies would exceed 1
	 * MiB, and empty only at the start
	 * @throws TopicNotFound if there is no such topic that the reader may read
	 */
	public List<Posted> before(TopicName topic, User reader, long seq, int limit) {
		return this.store.messagesBefore(this.topics.readable(reader, topic), seq, limit);
	}

	/**
	 * Reads the history forwards: messages in their present state, deleted ones without
	 * text. It contains no other events.
	 * @param topic the topic
	 * @param reader the user
	 * @param seq only messages after this number
	 * @param limit the maximum number of messages
	 * @return a new list, the oldest first; fewer messages if their bodies would exceed 1
	 * MiB, and empty only at the end
	 * @throws TopicNotFound if there is no such topic that the reader may read
	 */
	public List<Posted> after(TopicName topic, User reader, long seq, int limit) {
		return this.store.messagesAfter(this.topics.readable(reader, topic), seq, limit);
	}

}
