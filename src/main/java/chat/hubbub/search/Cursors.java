package chat.hubbub.search;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import chat.hubbub.account.User;
import chat.hubbub.search.index.Condition;
import chat.hubbub.search.index.Found;
import chat.hubbub.search.index.FoundPage;
import chat.hubbub.search.index.SearchIndex;
import chat.hubbub.search.text.IllFormedSearch;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;
import chat.hubbub.words.Phrase;

/** Finds the hit after which a page of hits goes on. Thread-safe. */
@Repository
class Cursors {

	private static final Pattern PLACE = Pattern.compile("([a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?)-([0-9]{1,18})");

	private static final int PAGE = 200;

	/** The maximum number of hits that are visited for a client's own id. */
	private static final int MAX_VISITED = 20_000;

	private final JdbcClient jdbc;

	private final Topics topics;

	private final SearchIndex index;

	Cursors(JdbcClient jdbc, Topics topics, SearchIndex index) {
		this.jdbc = jdbc;
		this.topics = topics;
		this.index = index;
	}

	/**
	 * The id of the row of a hit.
	 * @param reader the user
	 * @param hit its topic and number, such as {@code films-7}, or its {@code id}
	 * @param condition the search that found it
	 * @param deadline the end of the search
	 * @throws IllFormedSearch if there is no such hit
	 * @throws SearchBusy if it takes too long
	 */
	long id(User reader, String hit, Condition condition, Deadline deadline) {
		Matcher place = PLACE.matcher(hit);
		if (place.matches() && isReadable(reader, place.group(1))) {
			List<Long> ids = ids(place.group(1), Long.parseLong(place.group(2)));
			if (!ids.isEmpty()) {
				return ids.get(0);
			}
		}
		return idOfClient(hit, condition, deadline);
	}

	private boolean isReadable(User reader, String topic) {
		return this.topics.mayRead(reader, new TopicName(topic));
	}

	private List<Long> ids(String topic, long seq) {
		return this.jdbc.sql("select message from event where topic = ? and seq = ? and kind = 'posted'")
			.params(topic, seq)
			.query(Long.class)
			.list();
	}

	/** A client's own id has no index of its own; it is one of the newest hits. */
	private long idOfClient(String id, Condition condition, Deadline deadline) {
		Pages pages = new Pages(this.index::find, condition, deadline);
		int visited = 0;
		boolean last = false;
		while (!last && visited < MAX_VISITED) {
			FoundPage page = pages.next(PAGE);
			List<Long> ids = page.list().stream().map(Found::id).toList();
			Optional<Long> hit = ids.isEmpty() ? Optional.empty() : newest(ids, id);
			if (hit.isPresent()) {
				return hit.get();
			}
			visited += ids.size();
			last = page.last();
		}
		throw new IllFormedSearch(Phrase.of("search.before"));
	}

	/** The newest of some messages that has a client's own id. */
	private Optional<Long> newest(List<Long> messages, String id) {
		return this.jdbc
			.sql("select id from message where id in (:messages) and client_id = :id order by id desc limit 1")
			.param("messages", messages)
			.param("id", id)
			.query(Long.class)
			.optional();
	}

}
