package chat.hubbub.topic;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import chat.hubbub.account.User;
import chat.hubbub.refusal.Refusal;

/** Bans and mutes the users that a test names. */
final class FakeDiscipline implements Discipline {

	private final Map<TopicName, User> banned = new HashMap<>();

	private final Map<TopicName, User> muted = new HashMap<>();

	void ban(User user, TopicName topic) {
		this.banned.put(topic, user);
	}

	void mute(User user, TopicName topic) {
		this.muted.put(topic, user);
	}

	@Override
	public Optional<Refusal> banned(User user, TopicName topic) {
		return user.equals(this.banned.get(topic)) ? Optional.of(new Punished()) : Optional.empty();
	}

	@Override
	public Optional<Refusal> muted(User user, TopicName topic) {
		return user.equals(this.muted.get(topic)) ? Optional.of(new Punished()) : Optional.empty();
	}

	@Override
	public Optional<Refusal> muted(User user) {
		return Optional.empty();
	}

	@SuppressWarnings("serial")
	static final class Punished extends Refusal {

		Punished() {
			super(Kind.FORBIDDEN, "punished", "You have it coming.");
		}

	}

}
