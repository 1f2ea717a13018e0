package chat.hubbub.message;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;
import chat.hubbub.message.EventRows.Erased;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.topic.TopicName;

/**
 * The wish to delete a message.
 *
 * @param topic the topic
 * @param author the user who deletes it
 * @param target the number of the message
 * @param sender the name of its author
 * @param event completes when the deletion is stored and handed to all subscribers, with
 * an empty value if the message was deleted before; or fails with a refusal
 */
record Deletion(TopicName topic, User author, long target, String sender,
		CompletableFuture<Optional<Deleted>> event) implements Wish {

	private static final int BYTES = 1024;

	Deletion(TopicName topic, User author, long target, String sender) {
		this(topic, author, target, sender, new CompletableFuture<>());
	}

	/** The event to publish after the commit. */
	MessageDeleted done() {
		return new MessageDeleted(this.topic, this.target, this.sender, this.author);
	}

	@Override
	public long bytes() {
		return BYTES;
	}

	@Override
	public Optional<Refusal> objection(Commit commit) {
		return Optional.empty();
	}

	@Override
	public Outcome grant(Commit commit) throws SQLException {
		Optional<Erased> erased = commit.rows().erase(this.topic, this.target);
		if (erased.isEmpty()) {
			return Outcome.unchanged(this, null);
		}
		Deleted deleted = new Deleted(this.topic, commit.next(this.topic), this.target, this.author.getName(),
				commit.now());
		commit.rows().insert(deleted, erased.get().id(), this.author.login());
		commit.clientIds().forget();
		commit.note(done().act());
		return new Outcome(this, deleted, true, erased.get().tombstone());
	}

	@Override
	public void complete(@Nullable Event stored) {
		this.event.complete(Optional.ofNullable((Deleted) stored));
	}

	@Override
	public void refuse(Refusal refusal) {
		this.event.completeExceptionally(refusal);
	}

}
