package chat.hubbub.message;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.topic.TopicName;

/**
 * The wish to post a message.
 *
 * @param topic the topic
 * @param author the sender
 * @param draft the message
 * @param mentions the people whom its text mentions; a retry is not compared by them
 * @param event completes with the message when it is stored and handed to all
 * subscribers, or fails with a refusal
 */
record Post(TopicName topic, User author, Draft draft, Mentions mentions,
		CompletableFuture<Posted> event) implements Wish {

	/** The heap bytes of a wish besides its text: its objects and its receipt. */
	private static final int OWN_BYTES = 1024;

	/** In a string with characters beyond Latin-1. */
	private static final int BYTES_PER_CHARACTER = 2;

	/** The heap bytes of a file's id and of what the message says of it. */
	private static final int UPLOAD_BYTES = 2_000;

	Post(TopicName topic, User author, Draft draft, Mentions mentions) {
		this(topic, author, draft, mentions, new CompletableFuture<>());
	}

	/** Headers are short and not counted. */
	@Override
	public long bytes() {
		return OWN_BYTES + (long) BYTES_PER_CHARACTER * this.draft.text().length() + this.mentions.bytes()
				+ (long) UPLOAD_BYTES * this.draft.content().uploads().size();
	}

	@Override
	public Optional<Refusal> objection(Commit commit) throws SQLException {
		ClientId id = clientId();
		if (id != null && !commit.clientIds().claim(id, this.draft.content())) {
			return Optional.of(new IdTaken());
		}
		if (id != null && commit.clientIds().find(id).isPresent()) {
			return Optional.empty();
		}
		Long reply = this.draft.content().reply();
		Optional<Refusal> objection = (reply != null) ? commit.objectionTo(this.topic, reply) : Optional.empty();
		return objection.isPresent() ? objection : commit.uploads().objection(this);
	}

	/** A draft that was stored before with its id is not stored again. */
	@Override
	public Outcome grant(Commit commit) throws SQLException {
		ClientId id = clientId();
		Posted earlier = (id != null) ? commit.clientIds().find(id).orElse(null) : null;
		if (earlier != null) {
			return Outcome.unchanged(this, earlier);
		}
		Long reply = this.draft.content().reply();
		Stored original = (reply != null) ? commit.rows().find(this.topic, reply).orElse(null) : null;
		List<Upload> uploads = commit.uploads().of(this);
		Posted posted = Posted.of(this, commit.next(this.topic), commit.now(), uploads);
		commit.rows().insert(commit.nextMessage(), posted, this, original, uploads);
		if (original != null) {
			commit.countReply(original.id(), 1);
		}
		if (id != null) {
			commit.clientIds().put(id, posted);
		}
		return Outcome.happened(this, posted);
	}

	@Override
	public void complete(@Nullable Event stored) {
		this.event.complete((Posted) stored);
	}

	@Override
	public void refuse(Refusal refusal) {
		this.event.completeExceptionally(refusal);
	}

	@Nullable ClientId clientId() {
		String id = this.draft.id();
		return (id != null) ? new ClientId(this.topic, this.author.login(), id) : null;
	}

}
