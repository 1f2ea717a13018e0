package chat.hubbub.message;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.topic.TopicName;

/**
 * The wish to add a reaction to a message, or to take it back.
 *
 * @param topic the topic
 * @param author the user who reacts
 * @param target the number of the message
 * @param emoji the reaction
 * @param on whether to add it
 * @param done completes when it is stored and handed to all subscribers, also if there
 * was nothing to change; or fails with a refusal
 */
record Reaction(TopicName topic, User author, long target, Emoji emoji, boolean on,
		CompletableFuture<@Nullable Void> done) implements Wish {

	private static final int BYTES = 1024;

	Reaction(TopicName topic, User author, React react) {
		this(topic, author, react.target(), react.emoji(), react.on(), new CompletableFuture<>());
	}

	@Override
	public long bytes() {
		return BYTES;
	}

	@Override
	public boolean isCollected() {
		return true;
	}

	@Override
	public Optional<Refusal> objection(Commit commit) throws SQLException {
		return commit.reactions().objection(this);
	}

	/** The event follows at the end of the commit. */
	@Override
	public Outcome grant(Commit commit) throws SQLException {
		commit.reactions().add(this);
		return Outcome.unchanged(this, null);
	}

	/** Its author as a person: a later guest with the same name is another one. */
	String person() {
		String session = this.author.session();
		return (session != null) ? session : this.author.login();
	}

	@Override
	public void complete(@Nullable Event event) {
		this.done.complete(null);
	}

	@Override
	public void refuse(Refusal refusal) {
		this.done.completeExceptionally(refusal);
	}

}
