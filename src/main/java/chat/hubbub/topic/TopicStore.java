package chat.hubbub.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of topics. Thread-safe. */
@Repository
class TopicStore {

	private final JdbcClient jdbc;

	TopicStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Listing> all() {
		return this.jdbc.sql("""
				select name, title, description, head from topic
				order by created_at, name""").query(TopicStore::listing).list();
	}

	/** Returns whether the topic is new: one of that name stays as it is. */
	boolean insert(Topic topic, Instant now) {
		return this.jdbc.sql("""
				insert into topic (name, title, description, created_at)
				values (:name, :title, :description, :now)
				on conflict (name) do nothing""")
			.param("name", topic.name().value())
			.param("title", topic.title())
			.param("description", topic.description())
			.param("now", now.toEpochMilli())
			.update() == 1;
	}

	void update(Topic topic) {
		this.jdbc.sql("update topic set title = :title, description = :description where name = :name")
			.param("name", topic.name().value())
			.param("title", topic.title())
			.param("description", topic.description())
			.update();
	}

	private static Listing listing(ResultSet row, int number) throws SQLException {
		TopicName name = new TopicName(row.getString("name"));
		Topic topic = new Topic(name, row.getString("title"), row.getString("description"));
		return Listing.of(topic, row.getLong("head"));
	}

}
