package chat.hubbub.message;

import java.util.List;
import java.util.concurrent.CompletionStage;

import org.springframework.stereotype.Component;

import chat.hubbub.account.RightMissing;
import chat.hubbub.account.User;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.TopicNotFound;
import chat.hubbub.topic.Topics;

/** The messages of all topics. Thread-safe. */
@Component
public class Messages {

	private final Topics topics;

	private final MessageLog log;

	private final MessageStore store;

	Messages(Topics topics, MessageLog log, MessageStore store) {
		this.topics = topics;
		this.log = log;
		this.store = store;
	}

	/**
	 * Posts a message. Blocks only while more messages wait to be stored than the log
	 * holds, which slows down whoever sends them.
	 * @param topic where
	 * @param sender who
	 * @param draft what
	 * @return completes when the message is stored and handed to every subscriber, or
	 * fails with {@link IdTaken} or {@link StoreUnavailable}; a draft that was stored
	 * before under its id completes with what was stored then
	 * @throws TopicNotFound if there is no such topic that the sender may read
	 * @throws RightMissing if only its moderators post there
	 */
	public CompletionStage<Posted> post(TopicName topic, User sender, Draft draft) {
		return this.log.append(new Entry(this.topics.postable(sender, topic), sender, draft));
	}

	/**
	 * Reads back in time.
	 * @param topic where
	 * @param reader who
	 * @param seq only what came before this number; {@link Long#MAX_VALUE} for the newest
	 * @param limit how many at the most
	 * @return a new list, the newest first
	 * @throws TopicNotFound if there is no such topic that the reader may read
	 */
	public List<Posted> before(TopicName topic, User reader, long seq, int limit) {
		return this.store.before(this.topics.readable(reader, topic), seq, limit);
	}

	/**
	 * Reads on.
	 * @param topic where
	 * @param reader who
	 * @param seq only what came after this number
	 * @param limit how many at the most
	 * @return a new list, the oldest first
	 * @throws TopicNotFound if there is no such topic that the reader may read
	 */
	public List<Posted> after(TopicName topic, User reader, long seq, int limit) {
		return this.store.after(this.topics.readable(reader, topic), seq, limit);
	}

}
