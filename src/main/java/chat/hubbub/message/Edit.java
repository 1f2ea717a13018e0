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
 * The wish to replace the text of a message.
 *
 * @param topic the topic
 * @param author the author of the message
 * @param target the number of the message
 * @param text the new text, which a draft may have
 * @param mentions the people whom it mentions
 * @param event completes when the edit is stored and handed to all subscribers, with an
 * empty value if the message has that text already; or fails with a refusal
 */
record Edit(TopicName topic, User author, long target, String text, Mentions mentions,
		CompletableFuture<Optional<Edited>> event) implements Wish {

	private static final int OWN_BYTES = 1024;

	/** In a string with characters beyond Latin-1. */
	private static final int BYTES_PER_CHARACTER = 2;

	Edit(TopicName topic, User author, long target, String text, Mentions mentions) {
		this(topic, author, target, text, mentions, new CompletableFuture<>());
	}

	@Override
	public long bytes() {
		return OWN_BYTES + (long) BYTES_PER_CHARACTER * this.text.length() + this.mentions.bytes();
	}

	@Override
	public Optional<Refusal> objection(Commit commit) throws SQLException {
		return commit.objectionTo(this.topic, this.target);
	}

	/** An edit that is sent again changes nothing. */
	@Override
	public Outcome grant(Commit commit) throws SQLException {
		Stored stored = commit.rows().find(this.topic, this.target).orElseThrow(MessageNotFound::new);
		Posted message = stored.message();
		if (message.deleted() || message.text().equals(this.text)) {
			return Outcome.unchanged(this, null);
		}
		Mentions before = message.present().mentions();
		Mentions after = this.mentions.after(before);
		Preview preview = preview(stored, commit);
		Edited edited = new Edited(this.topic, commit.next(this.topic), this.target, this.author.getName(), this.text,
				commit.now(), commit.now(), false, after, preview, after.newSince(before));
		commit.rows().edit(stored, this.text, after, edited);
		commit.rows().insert(edited, stored.id(), this.author, commit.now());
		commit.clientIds().forget();
		return Outcome.changed(this, edited, message.edited(this.text, after, preview, commit.now()),
				message.isRepeated());
	}

	/** The preview stays as long as the first link is the same. */
	private @Nullable Preview preview(Stored stored, Commit commit) throws SQLException {
		if (stored.previewed() && !Links.first(stored.message().text()).equals(Links.first(this.text))) {
			commit.rows().previews().forget(stored);
			return null;
		}
		return stored.message().present().preview();
	}

	@Override
	public void complete(@Nullable Event stored) {
		this.event.complete(Optional.ofNullable((Edited) stored));
	}

	@Override
	public void refuse(Refusal refusal) {
		this.event.completeExceptionally(refusal);
	}

}
