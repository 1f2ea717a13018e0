package chat.hubbub.message;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;
import chat.hubbub.markup.Links;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.topic.TopicName;

/**
 * The wish to give a message the preview of its first link. It changes nothing if the
 * message has another first link meanwhile, or none, or has a preview, or if that was
 * removed.
 *
 * @param topic the topic
 * @param author the author of the message
 * @param target the number of the message
 * @param preview the preview without its picture
 * @param picture its picture, or {@code null}
 * @param event completes when it is stored and handed to all subscribers, with an empty
 * value if nothing has changed; or fails with a refusal
 */
record Previewing(TopicName topic, User author, long target, Preview preview, @Nullable KeptPicture picture,
		CompletableFuture<Optional<Previewed>> event) implements Wish {

	private static final int OWN_BYTES = 1024;

	private static final int BYTES_PER_CHARACTER = 2;

	Previewing(TopicName topic, User author, long target, Preview preview, @Nullable KeptPicture picture) {
		this(topic, author, target, preview, picture, new CompletableFuture<>());
	}

	@Override
	public long bytes() {
		return OWN_BYTES + BYTES_PER_CHARACTER * Preview.jsonBytes(this.preview);
	}

	@Override
	public Optional<Refusal> objection(Commit commit) {
		return Optional.empty();
	}

	@Override
	public Outcome grant(Commit commit) throws SQLException {
		Stored stored = commit.rows().find(this.topic, this.target).orElse(null);
		if (stored == null || stored.previewed() || !isOf(stored.message())) {
			return Outcome.unchanged(this, null);
		}
		long seq = commit.next(this.topic);
		Preview shown = withPicture(stored, seq, commit.rows().previews());
		Previewed previewed = new Previewed(this.topic, seq, this.target, this.author.getName(), commit.now(), shown);
		commit.rows().previews().put(stored, shown);
		commit.rows().insert(previewed, stored.id(), commit.now());
		commit.clientIds().forget();
		return Outcome.happened(this, previewed);
	}

	private boolean isOf(Posted message) {
		return !message.deleted() && Links.first(message.text()).filter(this.preview.url()::equals).isPresent();
	}

	private Preview withPicture(Stored stored, long seq, PreviewRows rows) throws SQLException {
		return (this.picture != null && rows.attach(stored, this.picture.upload()))
				? this.preview.with(this.picture.in(this.topic.value(), this.target, seq)) : this.preview;
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
