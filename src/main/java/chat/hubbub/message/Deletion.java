package chat.hubbub.message;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;
import chat.hubbub.audit.Act;
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

	/** The entry of the audit log. */
	Act act() {
		return new Act(this.author.getName(), "message.deleted", this.topic.value(), this.sender,
				"message " + this.target);
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
		Stored stored = commit.rows().find(this.topic, this.target).orElse(null);
		if (stored == null || stored.message().deleted()) {
			return Outcome.unchanged(this, null);
		}
		Deleted deleted = new Deleted(this.topic, commit.next(this.topic), this.target, this.author.getName(),
				commit.now(), stored.message().reply());
		if (stored.original() != null) {
			commit.countReply(stored.original(), -1);
		}
		boolean repeated = commit.rows().erase(stored, deleted.seq());
		commit.rows().insert(deleted, stored.id(), this.author, commit.now());
		commit.clientIds().forget();
		commit.reactions().forget(this.topic, this.target);
		if (!this.topic.isDirect()) {
			commit.note(act());
		}
		return Outcome.changed(this, deleted, stored.message().tombstone(deleted.sender()), repeated);
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
