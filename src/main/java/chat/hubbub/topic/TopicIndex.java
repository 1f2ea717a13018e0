package chat.hubbub.topic;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.Role;
import chat.hubbub.account.User;

/**
 * All topics in memory, and the invitations of each account. Queries never wait; only one
 * thread at a time may change it.
 */
final class TopicIndex {

	private final Map<TopicName, Rights> topics = new ConcurrentHashMap<>();

	private final Map<Access, Set<TopicName>> byAccess = new EnumMap<>(Access.class);

	private final Map<Long, Set<TopicName>> invitations = new ConcurrentHashMap<>();

	TopicIndex() {
		for (Access access : Access.values()) {
			this.byAccess.put(access, ConcurrentHashMap.newKeySet());
		}
	}

	@Nullable Rights get(TopicName name) {
		return this.topics.get(name);
	}

	/**
	 * The names of the topics that a user may read, without regard to bans. It does not
	 * visit other topics.
	 */
	Set<TopicName> readable(User reader) {
		Set<TopicName> names = new HashSet<>(of(Access.OPEN));
		Long account = reader.account();
		if (account != null) {
			names.addAll(of(Access.MEMBERS));
			names.addAll(invitations(account));
			if (reader.role() == Role.ADMIN) {
				names.addAll(of(Access.PRIVATE));
			}
		}
		return names;
	}

	/** The topics to which an account was invited. */
	Collection<TopicName> invitations(long account) {
		return Collections.unmodifiableSet(this.invitations.getOrDefault(account, Set.of()));
	}

	/**
	 * Replaces a topic, and returns its old state, or {@code null} for a new one.
	 */
	@Nullable Rights put(Rights after) {
		TopicName name = after.topic().name();
		of(after.topic().access()).add(name);
		after.people().keySet().forEach((account) -> invite(account, name));
		Rights before = this.topics.put(name, after);
		if (before != null) {
			forget(before, after);
		}
		return before;
	}

	/**
	 * Removes a conversation that everybody has left.
	 * @return its old state, or {@code null} if it is not here
	 */
	@Nullable Rights remove(Rights ended) {
		TopicName name = ended.topic().name();
		Rights before = this.topics.remove(name);
		if (before != null) {
			of(ended.topic().access()).remove(name);
			forget(before, ended);
		}
		return before;
	}

	private void forget(Rights before, Rights after) {
		TopicName name = before.topic().name();
		if (before.topic().access() != after.topic().access()) {
			of(before.topic().access()).remove(name);
		}
		before.people()
			.keySet()
			.stream()
			.filter((account) -> !after.people().containsKey(account))
			.forEach((account) -> this.invitations.computeIfPresent(account, (key, names) -> without(names, name)));
	}

	private void invite(Long account, TopicName name) {
		this.invitations.computeIfAbsent(account, (key) -> ConcurrentHashMap.newKeySet()).add(name);
	}

	private static @Nullable Set<TopicName> without(Set<TopicName> names, TopicName name) {
		names.remove(name);
		return names.isEmpty() ? null : names;
	}

	private Set<TopicName> of(Access access) {
		return this.byAccess.getOrDefault(access, Set.of());
	}

}
