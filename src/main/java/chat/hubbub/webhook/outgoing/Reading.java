package chat.hubbub.webhook.outgoing;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import chat.hubbub.message.EventLog;
import chat.hubbub.message.LogEntry;
import chat.hubbub.topic.TopicName;

/**
 * Reads the events that webhooks may have to tell: of a topic from its log, and the
 * mentions of an account in every topic by the rows of the mentions, which are the index
 * of all logs. Thread-safe; blocks.
 */
@Component
class Reading {

	/**
	 * The next mention of an account in each of some topics, the oldest first. Takes one
	 * look-up in an index for each topic, and one for the time of each mention; as a join
	 * it could read all events.
	 */
	private static final String MENTIONS = """
			with next as materialized (select topic.name as topic,
			(select coalesce(mention.edit, mention.seq) from mention
			where mention.account = :account and mention.topic = topic.name and mention.name is not null
			and coalesce(mention.edit, mention.seq) > coalesce(told.seq, 0)
			order by coalesce(mention.edit, mention.seq) limit 1) as seq
			from topic left join outgoing_hook_cursor told on told.hook = :hook and told.topic = topic.name
			where topic.access <> 'direct' %s)
			select topic, seq from next where seq is not null order by
			(select coalesce(event.sent_at, message.sent_at) from event join message on message.id = event.message
			where event.topic = next.topic and event.seq = next.seq), topic limit :limit""";

	private static final String OF_ALL = MENTIONS.formatted("");

	private static final String OF_SOME = MENTIONS.formatted("and topic.name in (:topics)");

	private final EventLog log;

	private final JdbcClient jdbc;

	Reading(EventLog log, JdbcClient jdbc) {
		this.log = log;
		this.jdbc = jdbc;
	}

	/** The next events of a webhook, all of one topic; empty at the end. */
	List<LogEntry> next(OutgoingHook hook, Progress progress) {
		if (!hook.everywhere()) {
			return this.log.after(hook.topic(), progress.delivered().seq(), hook.pageSize());
		}
		List<Place> mentions = mentions(hook, progress.ahead());
		if (mentions.isEmpty()) {
			return List.of();
		}
		Place next = mentions.get(0);
		return this.log.after(next.topic(), next.seq() - 1, 1);
	}

	private List<Place> mentions(OutgoingHook hook, Ahead ahead) {
		Set<TopicName> topics = ahead.take();
		if (topics != null && topics.isEmpty()) {
			return List.of();
		}
		try {
			List<Place> next = read(hook, topics);
			ahead.add(next.stream().map(Place::topic).toList());
			if (next.size() == Ahead.MOST) {
				ahead.addAny();
			}
			return next;
		}
		catch (RuntimeException ex) {
			ahead.addAny();
			throw ex;
		}
	}

	private List<Place> read(OutgoingHook hook, @Nullable Collection<TopicName> topics) {
		StatementSpec query = (topics == null) ? this.jdbc.sql(OF_ALL)
				: this.jdbc.sql(OF_SOME).param("topics", topics.stream().map(TopicName::value).toList());
		return query.param("hook", hook.id())
			.param("account", hook.mention())
			.param("limit", Ahead.MOST)
			.query((row, number) -> new Place(new TopicName(row.getString("topic")), row.getLong("seq")))
			.list();
	}

}
