package chat.hubbub.unread;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import chat.hubbub.account.User;
import chat.hubbub.broker.Fanout;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.topic.ReadersChanged;
import chat.hubbub.topic.Topic;
import chat.hubbub.topic.TopicChanged;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;
import chat.hubbub.unread.Reader.News;

/**
 * Tells people what is new: first everything, then the differences. Its work is for one
 * thread; only the listeners are thread-safe.
 */
@Component
class UnreadNews {

	/** The maximum number of topics in a message. */
	private static final int TOPICS = 500;

	/** The work of a round, in people who look at a topic; the rest waits. */
	private static final int LOOKS = 200_000;

	private final PostLog log;

	private final Readers readers;

	private final Marks marks;

	private final Topics topics;

	private final Fanout fanout;

	private final JsonMapper json;

	UnreadNews(PostLog log, Readers readers, Marks marks, Topics topics, Fanout fanout, JsonMapper json) {
		this.log = log;
		this.readers = readers;
		this.marks = marks;
		this.topics = topics;
		this.fanout = fanout;
		this.json = json;
	}

	/** Tells a connection that has subscribed everything. */
	void tellAll(Watcher watcher) {
		Reader reader = this.readers.enter(watcher);
		if (reader == null) {
			return;
		}
		if (!reader.isComplete()) {
			this.marks.load(reader, watcher.since());
		}
		List<TopicState> states = this.topics.readable(reader.user())
			.stream()
			.map(Topic::name)
			.sorted()
			.map((topic) -> reader.tell(known(reader, topic)))
			.toList();
		List<EncodedMessage> messages = new ArrayList<>();
		String type = "state";
		for (int from = 0; from == 0 || from < states.size(); from += TOPICS) {
			List<TopicState> some = states.subList(from, Math.min(states.size(), from + TOPICS));
			messages.add(encode(watcher, new Notice(type, some, List.of())));
			type = "changed";
		}
		watcher.charge(reader.bytes());
		// Other connections may not know what this one was just told.
		this.fanout.publish(messages);
	}

	/** Tells everybody what has changed since the last round. */
	void tellChanges(long now) {
		int looks = 0;
		while (looks < LOOKS) {
			List<Posts> changed = this.log.takeChanged(1);
			if (changed.isEmpty()) {
				break;
			}
			looks += this.readers.touch(changed.get(0).topic());
		}
		List<EncodedMessage> messages = new ArrayList<>();
		for (Reader reader : this.readers.takeTouched()) {
			tell(reader, now, messages);
			if (reader.isTouched()) {
				this.readers.touch(reader);
			}
		}
		if (!messages.isEmpty()) {
			this.fanout.publish(messages);
		}
	}

	private void tell(Reader reader, long now, List<EncodedMessage> messages) {
		if (!reader.isComplete()) {
			return;
		}
		List<News> news = new ArrayList<>(1);
		List<String> gone = new ArrayList<>(0);
		for (TopicName topic : reader.takeTouched()) {
			if (this.topics.mayRead(reader.user(), topic)) {
				News one = reader.news(known(reader, topic), now);
				if (one != null) {
					news.add(one);
				}
			}
			else {
				reader.forget(topic);
				gone.add(topic.value());
			}
		}
		if (!news.isEmpty() || !gone.isEmpty()) {
			tell(reader, news, gone, messages);
		}
	}

	private void tell(Reader reader, List<News> news, List<String> gone, List<EncodedMessage> messages) {
		byte @Nullable [] whole = null;
		for (Watcher watcher : reader.watchers()) {
			List<TopicState> unknown = news.stream()
				.filter((each) -> !Objects.equals(each.knownBy(), watcher.queue()))
				.map(News::state)
				.toList();
			if (unknown.size() == news.size()) {
				whole = (whole != null) ? whole : this.json.writeValueAsBytes(new Notice("changed", unknown, gone));
				messages.add(EncodedMessage.json(watcher.queue(), Watchers.QUEUE, whole));
			}
			else if (!unknown.isEmpty() || !gone.isEmpty()) {
				messages.add(encode(watcher, new Notice("changed", unknown, gone)));
			}
			watcher.charge(reader.bytes());
		}
	}

	/** The messages of a topic, read from the store if they have to be counted. */
	private Posts known(Reader reader, TopicName topic) {
		Posts posts = this.log.of(topic);
		if (!posts.knows(reader.since(topic))) {
			this.log.load(posts);
		}
		return posts;
	}

	private EncodedMessage encode(Watcher watcher, Notice notice) {
		return EncodedMessage.json(watcher.queue(), Watchers.QUEUE, this.json.writeValueAsBytes(notice));
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
