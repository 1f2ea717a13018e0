package chat.hubbub.unread;

import java.util.Set;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import chat.hubbub.account.User;
import chat.hubbub.topic.ReadersChanged;
import chat.hubbub.topic.TopicChanged;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;

/**
 * Lets people be told of topics that they can read now, or no longer. Others learn
 * nothing. Thread-safe.
 */
@Component
class UnreadRights {

	private final Readers readers;

	private final Topics topics;

	UnreadRights(Readers readers, Topics topics) {
		this.readers = readers;
		this.topics = topics;
	}

	@EventListener
	void look(TopicChanged changed) {
		TopicName topic = changed.after().topic().name();
		for (Reader reader : this.readers.all()) {
			boolean before = changed.before().mayRead(reader.user());
			boolean after = changed.after().mayRead(reader.user());
			if (before != after) {
				look(reader, topic, after);
			}
		}
	}

	@EventListener
	void look(ReadersChanged changed) {
		Set<String> keys = this.topics.readers(changed.topic()).orElse(Set.of());
		for (Reader reader : this.readers.all()) {
			// The others do not know of a private topic.
			boolean concerned = keys.isEmpty() || keys.contains(reader.key()) || isNamed(reader.user(), keys);
			if (concerned && changed.whom().test(reader.user())) {
				look(reader, changed.topic(), this.topics.mayRead(reader.user(), changed.topic()));
			}
		}
	}

	private static boolean isNamed(User user, Set<String> keys) {
		return user.keys().stream().anyMatch(keys::contains);
	}

	private void look(Reader reader, TopicName topic, boolean mayRead) {
		if (mayRead) {
			reader.tellAgain(topic);
		}
		else {
			reader.touch(topic);
		}
		this.readers.touch(reader);
	}

}
