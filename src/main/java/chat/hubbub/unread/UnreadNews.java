package chat.hubbub.unread;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import chat.hubbub.broker.Fanout;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.topic.Topic;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;

/**
 * Tells people what is new: first everything, then the differences. For one thread.
 */
@Component
class UnreadNews {

	/** The maximum number of topics in a message. */
	private static final int TOPICS = 500;

	/** The work of a round, in people who look at a topic; the rest waits. */
	private static final int LOOKS = 200_000;

	private final PostLog log;

	private final Readers readers;

	private final PlaceCounts places;

	private final Marks marks;

	private final Topics topics;

	private final Fanout fanout;

	private final JsonMapper json;

	UnreadNews(PostLog log, Readers readers, PlaceCounts places, Marks marks, Topics topics, Fanout fanout,
			JsonMapper json) {
		this.log = log;
		this.readers = readers;
		this.places = places;
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
			.map((topic) -> reader.first(known(reader, topic)))
			.toList();
		List<EncodedMessage> messages = new ArrayList<>();
		String type = "state";
		List<PlaceState> seen = reader.places().all(this.places.all());
		for (int from = 0; from == 0 || from < states.size(); from += TOPICS) {
			List<TopicState> some = states.subList(from, Math.min(states.size(), from + TOPICS));
			messages.add(encode(watcher, new Notice(type, some, List.of(), type.equals("state") ? seen : List.of())));
			type = "changed";
		}
		watcher.charge(reader.bytes());
		this.fanout.publish(messages);
	}

	/**
	 * Tells everybody what has changed since the last round. If the store fails, the rest
	 * is told in the next round.
	 */
	void tellChanges(long now) {
		this.readers.takeAsked().forEach(this.marks::tellOthers);
		int looks = 0;
		while (looks < LOOKS) {
			List<Posts> changed = this.log.takeChanged(1);
			if (changed.isEmpty()) {
				break;
			}
			looks += this.readers.touch(changed.get(0).topic());
			this.log.completeIfMany(changed.get(0));
		}
		this.places.takeChanged().forEach(this::touch);
		List<EncodedMessage> messages = new ArrayList<>();
		RuntimeException fault = null;
		for (Reader reader : this.readers.takeTouched()) {
			try {
				tell(reader, now, messages);
			}
			catch (RuntimeException ex) {
				fault = ex;
			}
			if (reader.isTouched()) {
				this.readers.touch(reader);
			}
		}
		if (!messages.isEmpty()) {
			this.fanout.publish(messages);
		}
		if (fault != null) {
			throw fault;
		}
	}

	private void touch(String place) {
		for (Reader reader : this.readers.all()) {
			if (this.places.mayRead(reader.user(), place)) {
				reader.places().touch(place);
				this.readers.touch(reader);
			}
		}
	}

	private void tell(Reader reader, long now, List<EncodedMessage> messages) {
		if (!reader.isComplete()) {
			return;
		}
		List<News> news = new ArrayList<>(1);
		List<String> gone = new ArrayList<>(0);
		Queue<TopicName> touched = new ArrayDeque<>(reader.takeTouched());
		try {
			while (!touched.isEmpty()) {
				look(reader, touched.element(), now, news, gone);
				touched.remove();
			}
		}
		finally {
			touched.forEach(reader::touch);
			List<PlaceState> placeNews = reader.places().news(this.places::count);
			if (!news.isEmpty() || !gone.isEmpty() || !placeNews.isEmpty()) {
				tell(reader, news, gone, placeNews, messages);
			}
		}
	}

	private void look(Reader reader, TopicName topic, long now, List<News> news, List<String> gone) {
		if (this.topics.mayRead(reader.user(), topic)) {
			News one = reader.news(known(reader, topic), now);
			if (one != null) {
				news.add(one);
			}
		}
		else {
			reader.conceal(topic);
			gone.add(topic.value());
		}
	}

	private void tell(Reader reader, List<News> news, List<String> gone, List<PlaceState> placeNews,
			List<EncodedMessage> messages) {
		byte @Nullable [] whole = null;
		for (Watcher watcher : reader.watchers()) {
			List<TopicState> unknown = news.stream()
				.filter((each) -> !Objects.equals(each.knownBy(), watcher.queue()))
				.map(News::state)
				.toList();
			if (unknown.size() == news.size()) {
				whole = (whole != null) ? whole
						: this.json.writeValueAsBytes(new Notice("changed", unknown, gone, placeNews));
				messages.add(EncodedMessage.json(watcher.queue(), Watchers.QUEUE, whole));
			}
			else if (!unknown.isEmpty() || !gone.isEmpty() || !placeNews.isEmpty()) {
				messages.add(encode(watcher, new Notice("changed", unknown, gone, placeNews)));
			}
			watcher.charge(reader.bytes());
		}
	}

	/**
	 * The messages of a topic, read from the store if they have to be counted, or if some
	 * of other nodes are missing.
	 */
	private Posts known(Reader reader, TopicName topic) {
		Posts posts = this.log.of(topic);
		this.log.complete(posts);
		if (!posts.knows(reader.since(topic))) {
			this.log.load(posts);
		}
		return posts;
	}

	private EncodedMessage encode(Watcher watcher, Notice notice) {
		return EncodedMessage.json(watcher.queue(), Watchers.QUEUE, this.json.writeValueAsBytes(notice));
	}

}
