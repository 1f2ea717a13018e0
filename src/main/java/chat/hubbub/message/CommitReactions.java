package chat.hubbub.message;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.topic.TopicName;

/**
 * The reactions of one commit. Those to one message become one event, which follows the
 * other events of the commit. For the thread that writes.
 */
final class CommitReactions {

	private final EventRows rows;

	private final Map<Target, MessageReactions> messages = new LinkedHashMap<>();

	private final List<MessageReactions> claimed = new ArrayList<>(0);

	CommitReactions(EventRows rows) {
		this.rows = rows;
	}

	/** Begins the next unit. */
	void beginUnit() {
		this.claimed.forEach(MessageReactions::forgetClaims);
		this.claimed.clear();
	}

	Optional<Refusal> objection(Reaction wish) throws SQLException {
		Target target = new Target(wish.topic(), wish.target());
		MessageReactions message = this.messages.get(target);
		if (message == null) {
			Stored stored = this.rows.find(wish.topic(), wish.target()).orElse(null);
			if (stored == null) {
				return Optional.of(new MessageNotFound());
			}
			if (stored.message().deleted()) {
				return Optional.of(new MessageGone());
			}
			message = new MessageReactions(this.rows.reactions(), stored);
			this.messages.put(target, message);
		}
		this.claimed.add(message);
		return message.claim(wish);
	}

	/** Adds a reaction without objection. */
	void add(Reaction wish) throws SQLException {
		MessageReactions message = this.messages.get(new Target(wish.topic(), wish.target()));
		if (message != null) {
			message.add(wish);
		}
	}

	/** The message was deleted in this commit; nothing of its reactions is left. */
	void forget(TopicName topic, long target) {
		this.messages.remove(new Target(topic, target));
	}

	/** Stores the reactions and their events. */
	List<Outcome> finish(Commit commit) throws SQLException {
		List<Outcome> outcomes = new ArrayList<>(this.messages.size());
		for (Map.Entry<Target, MessageReactions> each : this.messages.entrySet()) {
			if (each.getValue().isChanged()) {
				outcomes.add(each.getValue().finish(commit));
			}
		}
		return outcomes;
	}

	/**
	 * A message.
	 *
	 * @param topic its topic
	 * @param seq its number
	 */
	private record Target(TopicName topic, long seq) {

	}

}
