package chat.hubbub.topic;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.Account;
import chat.hubbub.account.Role;
import chat.hubbub.account.User;

/**
 * A topic and the rights of each user in it. Answers come from memory. Admins have the
 * rights of a moderator in every topic, but not in conversations.
 *
 * @param topic the topic
 * @param people the invited accounts and their roles; copied
 */
public record Rights(Topic topic, Map<Long, Standing> people) {

	/** Copies the map. */
	public Rights {
		people = Map.copyOf(people);
	}

	/**
	 * Whether a user may know that the topic exists and read all of it.
	 * @param user the user
	 * @return {@code true} if so
	 */
	public boolean mayRead(User user) {
		return switch (this.topic.access()) {
			case OPEN -> true;
			case MEMBERS -> user.account() != null;
			case PRIVATE -> user.role() == Role.ADMIN || standing(user) != null;
			case DIRECT -> standing(user) != null;
		};
	}

	/**
	 * Whether a user may post.
	 * @param user the user
	 * @return {@code true} if so
	 */
	public boolean mayPost(User user) {
		if (isDirect()) {
			return mayRead(user) && this.people.size() > 1;
		}
		return this.topic.announcements() ? mayModerate(user) : mayRead(user);
	}

	/**
	 * Whether a user may change the topic's settings and members. A conversation has no
	 * moderators.
	 * @param user the user
	 * @return {@code true} if so
	 */
	public boolean mayModerate(User user) {
		return !isDirect() && isModerator(user);
	}

	private boolean isModerator(User user) {
		return user.role() == Role.ADMIN || standing(user) == Standing.MODERATOR;
	}

	/**
	 * Whether it is a conversation between its people.
	 * @return {@code false} for a topic
	 */
	public boolean isDirect() {
		return this.topic.access() == Access.DIRECT;
	}

	/** Whether all people of a conversation have left it, so that it has no readers. */
	boolean isEnded() {
		return isDirect() && this.people.isEmpty();
	}

	/**
	 * Whether a user was invited to the topic.
	 * @param user the user
	 * @return {@code false} also for an admin who may read it without an invitation
	 */
	boolean isMember(User user) {
		return standing(user) != null;
	}

	/**
	 * The names of the invited accounts' connections.
	 * @return the accounts' keys
	 */
	public Set<String> keys() {
		return this.people.keySet().stream().map(Account::key).collect(Collectors.toSet());
	}

	Rights with(Topic changed) {
		return new Rights(changed, this.people);
	}

	Rights with(long account, Standing standing) {
		Map<Long, Standing> changed = new HashMap<>(this.people);
		changed.put(account, standing);
		return new Rights(this.topic, changed);
	}

	Rights without(long account) {
		Map<Long, Standing> changed = new HashMap<>(this.people);
		changed.remove(account);
		return new Rights(this.topic, changed);
	}

	private @Nullable Standing standing(User user) {
		Long account = user.account();
		return (account != null) ? this.people.get(account) : null;
	}

}
