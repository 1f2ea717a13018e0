package chat.hubbub.message;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import chat.hubbub.refusal.Refusal;

/**
 * The reactions of one commit to one message. A reaction that is added and taken back in
 * the same commit changes nothing. For the thread that writes.
 */
final class MessageReactions {

	private final ReactionRows rows;

	private final long message;

	/** The number of people with each emoji. */
	private final Map<String, Integer> counts;

	/** The sum of these numbers. */
	private int people;

	/** The wished reactions, by emoji and person, in the order of the first wishes. */
	private final Map<Key, Change> changes = new LinkedHashMap<>();

	/** The emoji that the present unit is going to add. */
	private final Set<String> claims = new HashSet<>();

	MessageReactions(ReactionRows rows, Stored stored) {
		this.rows = rows;
		this.message = stored.id();
		this.counts = stored.message().present().reactions().counts();
		this.people = this.counts.values().stream().mapToInt(Integer::intValue).sum();
	}

	/** Refuses a wish without room for it, after those before it in the unit. */
	Optional<Refusal> claim(Reaction wish) {
		String emoji = wish.emoji().value();
		if (!wish.on()) {
			return Optional.empty();
		}
		if (!this.counts.containsKey(emoji)) {
			this.claims.add(emoji);
		}
		if (this.counts.size() + this.claims.size() > ReactionLimit.KINDS) {
			return Optional.of(ReactionLimit.kinds());
		}
		return (this.people < ReactionLimit.PEOPLE) ? Optional.empty() : Optional.of(ReactionLimit.people());
	}

	void forgetClaims() {
		this.claims.clear();
	}

	void add(Reaction wish) throws SQLException {
		String emoji = wish.emoji().value();
		Key key = new Key(emoji, wish.person());
		Change before = this.changes.get(key);
		if (before == null) {
			boolean present = this.rows.isPresent(this.message, emoji, wish.person());
			before = new Change(wish, present, present);
		}
		if (before.after != wish.on()) {
			int more = wish.on() ? 1 : -1;
			this.people += more;
			this.counts.merge(emoji, more, MessageReactions::sum);
		}
		this.changes.put(key, new Change(before.first, before.before, wish.on()));
	}

	private static @Nullable Integer sum(int count, int more) {
		return (count + more > 0) ? count + more : null;
	}

	boolean isChanged() {
		return this.changes.values().stream().anyMatch(Change::isChange);
	}

	/** Stores the changes and their event. */
	Outcome finish(Commit commit) throws SQLException {
		List<Change> changed = this.changes.values().stream().filter(Change::isChange).toList();
		Reaction first = changed.get(0).first;
		long seq = commit.next(first.topic());
		Map<String, List<String>> added = new LinkedHashMap<>();
		Map<String, List<String>> removed = new LinkedHashMap<>();
		Map<String, Integer> present = new LinkedHashMap<>();
		for (int at = 0; at < changed.size(); at++) {
			Change change = changed.get(at);
			Reaction wish = change.first;
			String emoji = wish.emoji().value();
			this.rows.put(this.message, wish, change.after, seq, at);
			(change.after ? added : removed).computeIfAbsent(emoji, (kind) -> new ArrayList<>())
				.add(wish.author().getName());
			present.put(emoji, this.counts.getOrDefault(emoji, 0));
		}
		Reacted event = new Reacted(first.topic(), seq, first.target(), first.author().getName(), commit.now(), added,
				removed, present);
		commit.rows().insert(event, this.message, first.author(), commit.now());
		Stored stored = commit.rows().find(first.topic(), first.target()).orElseThrow(MessageNotFound::new);
		return Outcome.changed(first, event, stored.message(), false);
	}

	/**
	 * A reaction of a person.
	 *
	 * @param emoji the emoji
	 * @param person see {@link Reaction#person}
	 */
	private record Key(String emoji, String person) {

	}

	/**
	 * A change of a person's reaction.
	 *
	 * @param first the first wish
	 * @param before whether it was there before the commit
	 * @param after whether it is there afterwards
	 */
	private record Change(Reaction first, boolean before, boolean after) {

		boolean isChange() {
			return this.before != this.after;
		}

	}

}
