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
 * The wish to remove the preview of a message. It does not come again as long as the
 * first link of the message stays.
 *
 * @param topic the topic
 * @param author the user who removes it
 * @param target the number of the message
 * @param event completes when the removal is stored and handed to all subscribers, with
 * an empty value if the message has no preview; or fails with a refusal
 */
record PreviewRemoval(TopicName topic, User author, long target,
		CompletableFuture<Optional<Previewed>> event) implements Wish {

	private static final int BYTES = 1024;

	PreviewRemoval(TopicName topic, User author, long target) {
		this(topic, author, target, new CompletableFuture<>());
	}

	@Override
	public long bytes() {
		return BYTES;
	}

	@Override
	public Optional<Refusal> objection(Commit commit) {
		return Optional.empty();
	}

	/** Earlier events contain what is removed. */
	@Override
	public Outcome grant(Commit commit) throws SQLException {
		Stored stored = commit.rows().find(this.topic, this.target).orElse(null);
		if (stored == null || stored.message().present().preview() == null) {
			return Outcome.unchanged(this, null);
		}
		Previewed removed = new Previewed(this.topic, commit.next(this.topic), this.target, this.author.getName(),
				commit.now(), null);
		commit.rows().previews().remove(stored);
		commit.rows().insert(removed, stored.id(), this.author, commit.now());
		commit.clientIds().forget();
		if (!this.topic.isDirect()) {
			commit.note(new Act(this.author.getName(), "preview.removed", this.topic.value(), stored.message().sender(),
					"message " + this.target));
		}
		return Outcome.changed(this, removed, stored.message().withPreview(null), true);
	}

	@Override
	public void complete(@Nullable Event stored) {
		this.event.complete(Optional.ofNullable((Previewed) stored));
	}

	@Override
	public void refuse(Refusal refusal) {
		this.event.completeExceptionally(refusal);
	}

}
