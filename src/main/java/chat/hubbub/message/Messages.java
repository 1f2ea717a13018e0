package chat.hubbub.message;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import chat.hubbub.bus.Bus;
import chat.hubbub.account.RightMissing;
import chat.hubbub.account.User;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.store.StoreUnavailable;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.TopicNotFound;
import chat.hubbub.topic.Topics;
import chat.hubbub.words.Phrase;

/** The messages of all topics. Thread-safe. */
@Component
public class Messages {

	private final Topics topics;

	private final MessageLog log;

	private final MessageStore store;

	private final Addressees addressees;

	private final Moments moments;

	private final Bus bus;

	private final int textLength;

	Messages(Topics topics, MessageLog log, MessageStore store, Addressees addressees, Moments moments, Bus bus,
			MessageProperties settings) {
		this.topics = topics;
		this.log = log;
		this.store = store;
		this.addressees = addressees;
		this.moments = moments;
		this.bus = bus;
		this.textLength = settings.textLength();
	}

	/**
	 * Posts a message. Blocks only while the log's queue is full, which slows down the
	 * senders.
	 * @param topic the topic
	 * @param sender the sender
	 * @param draft the message
	 * @return completes when the message is stored and handed to every subscriber, or
	 * fails with {@link IdTaken}, {@link MessageNotFound} or {@link MessageGone} if it
	 * replies to no message, or {@link StoreUnavailable}; a draft that was stored before
	 * with its id completes with the stored message
	 * @throws IllFormedDraft if its text is longer than this server allows
	 * @throws TopicNotFound if there is no such topic that the sender may read
	 * @throws RightMissing if only its moderators may post there
	 */
	public CompletionStage<Posted> post(TopicName topic, User sender, Draft draft) {
		return post(topic, sender, sender, draft);
	}

	/**
	 * Posts a message of a program that has the right of a user to post.
	 * @param topic the topic
	 * @param owner the user whose rights count
	 * @param sender the sender that the message shows
	 * @param draft the message
	 * @return as for a message of a user
	 * @throws IllFormedDraft if its text is longer than this server allows
	 * @throws TopicNotFound if there is no such topic that the owner may read
	 * @throws RightMissing if only its moderators may post there
	 */
	public CompletionStage<Posted> post(TopicName topic, User owner, User sender, Draft draft) {
		draft.content().requireLength(this.textLength);
		TopicName name = this.topics.postable(owner, topic);
		Post post = new Post(name, sender, draft, this.addressees.in(name, sender, draft.text()));
		return this.log.append(post, post.event());
	}

	/**
	 * Edits a message: the new text replaces the former one in the history, and the topic
	 * gets an event {@link Edited}. Blocks only while the log's queue is full.
	 * @param topic the topic
	 * @param user the author of the message
	 * @param revision the new text
	 * @return completes when the edit is stored and handed to every subscriber, with an
	 * empty value if the message has that text already, or fails with {@link MessageGone}
	 * or {@link StoreUnavailable}
	 * @throws IllFormedDraft if the text is longer than this server allows
	 * @throws TopicNotFound if there is no such topic that the user may read
	 * @throws MessageNotFound if there is no message with that number
	 * @throws RightMissing if the user may not post there or did not write the message
	 */
	public CompletionStage<Optional<Edited>> edit(TopicName topic, User user, Revision revision) {
		revision.content().requireLength(this.textLength);
		TopicName name = this.topics.postable(user, topic);
		if (!author(name, revision.target()).isOf(user)) {
			throw new RightMissing(Phrase.of("right.edit"));
		}
		String text = revision.content().text();
		Edit edit = new Edit(name, user, revision.target(), text, this.addressees.in(name, user, text));
		return this.log.append(edit, edit.event());
	}

	/**
	 * Deletes a message: its text is erased from the history, and the topic gets an event
	 * {@link Deleted}. Does nothing if the message is already deleted. Blocks only while
	 * the log's queue is full.
	 * @param topic the topic
	 * @param user a moderator, or the author of the message
	 * @param seq the message's number
	 * @return completes when the deletion is stored and handed to every subscriber, with
	 * an empty value if the message was deleted before, or fails with
	 * {@link StoreUnavailable}
	 * @throws TopicNotFound if there is no such topic that the user may read
	 * @throws MessageNotFound if there is no message with that number
	 * @throws RightMissing if the user may not delete it
	 */
	public CompletionStage<Optional<Deleted>> delete(TopicName topic, User user, long seq) {
		TopicName name = this.topics.readable(user, topic);
		Authorship author = author(name, seq);
		requireDeletable(name, user, author);
		Deletion deletion = new Deletion(name, user, seq, author.sender());
		return this.log.append(deletion, deletion.event());
	}

	/**
	 * Adds a reaction to a message or takes it back. The topic gets an event
	 * {@link Reacted}, together with other reactions to the message within a moment.
	 * Blocks only while the log's queue is full.
	 * @param topic the topic
	 * @param user a reader of the topic
	 * @param react the reaction
	 * @return completes when it is stored and handed to every subscriber, also if there
	 * was nothing to change, or fails with {@link MessageNotFound}, {@link MessageGone},
	 * {@link ReactionLimit} or {@link StoreUnavailable}
	 * @throws TopicNotFound if there is no such topic that the user may read
	 * @throws Refusal if the user is muted, or banned from the topic
	 */
	CompletionStage<@Nullable Void> react(TopicName topic, User user, React react) {
		Reaction reaction = new Reaction(this.topics.answerable(user, topic), user, react);
		return this.log.append(reaction, reaction.done());
	}

	/**
	 * Removes the preview of a message; the topic gets an event {@link Previewed} without
	 * one. Does nothing if it has no preview. Blocks only while the log's queue is full.
	 * @param topic the topic
	 * @param user a moderator, or the author of the message
	 * @param seq the message's number
	 * @return completes when it is stored and handed to every subscriber, with an empty
	 * value if the message has no preview, or fails with {@link StoreUnavailable}
	 * @throws TopicNotFound if there is no such topic that the user may read
	 * @throws MessageNotFound if there is no message with that number
	 * @throws RightMissing if the user may not delete the message either
	 */
	CompletionStage<Optional<Previewed>> removePreview(TopicName topic, User user, long seq) {
		TopicName name = this.topics.readable(user, topic);
		requireDeletable(name, user, author(name, seq));
		PreviewRemoval removal = new PreviewRemoval(name, user, seq);
		return this.log.append(removal, removal.event());
	}

	private void requireDeletable(TopicName topic, User user, Authorship author) {
		if (!author.isOf(user) && !this.topics.mayModerate(user, topic)) {
			throw new RightMissing(Phrase.of("right.delete"));
		}
	}

	private Authorship author(TopicName topic, long seq) {
		return this.store.authorship(topic, seq).orElseThrow(MessageNotFound::new);
	}

	/** Waits for the outcome of a wish. */
	static <T> T await(CompletionStage<T> stage) {
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
		return read(topic, reader, (name) -> this.store.messagesBefore(name, seq, limit));
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
		return read(topic, reader, (name) -> this.store.messagesAfter(name, seq, limit));
	}

	/**
	 * Reads the history around a message: messages in their present state, deleted ones
	 * without text.
	 * @param topic the topic
	 * @param reader the user
	 * @param seq a number; the message with that number is part of the page
	 * @param limit the maximum number of messages
	 * @return a new list, the oldest first; fewer messages if their bodies would exceed 1
	 * MiB
	 * @throws TopicNotFound if there is no such topic that the reader may read
	 */
	public List<Posted> around(TopicName topic, User reader, long seq, int limit) {
		return read(topic, reader, (name) -> this.store.messagesAround(name, seq, limit));
	}

	/**
	 * Reads messages of any topics by their ids, in their present state.
	 * @param reader the user
	 * @param ids the ids, at most 1,000
	 * @return a new list in any order, without deleted messages and without those that
	 * the reader may not read
	 */
	public List<Posted> withIds(User reader, Collection<Long> ids) {
		List<Posted> messages = this.store.messages(ids);
		this.bus.catchUp();
		Set<TopicName> readable = messages.stream()
			.map(Posted::topicName)
			.distinct()
			.filter((topic) -> this.topics.mayRead(reader, topic))
			.collect(Collectors.toSet());
		return messages.stream()
			.filter((message) -> !message.deleted() && readable.contains(message.topicName()))
			.toList();
	}

	/**
	 * Reads the history around a time, as {@link #around} does. The first message at or
	 * after the time is part of the page; if all are older, the newest messages are.
	 */
	public List<Posted> at(TopicName topic, User reader, Instant time, int limit) {
		return read(topic, reader,
				(name) -> this.store.messagesAround(name, this.moments.firstSince(name, time), limit));
	}

	/**
	 * Reads with the rights at the time of the messages: another node may have withdrawn
	 * the reader's right, and then stored one of them.
	 */
	private List<Posted> read(TopicName topic, User reader, Function<TopicName, List<Posted>> page) {
		List<Posted> messages = page.apply(this.topics.readable(reader, topic));
		this.bus.catchUp();
		this.topics.readable(reader, topic);
		return messages;
	}

}
