package chat.hubbub.search;

import chat.hubbub.fixture.Inbox;
import org.awaitility.Awaitility;

import org.springframework.jdbc.core.JdbcTemplate;

/** Waits until the index has followed the log to its end. */
public final class Indexed {

	private Indexed() {
	}

	public static void await(JdbcTemplate database) {
		Awaitility.await().atMost(Inbox.PATIENCE).until(() -> database.queryForObject("""
				select count(*) from topic left join follower_cursor cursor
				on cursor.topic = topic.name and cursor.follower = 'search'
				where topic.head > coalesce(cursor.seq, 0)""", Long.class) == 0);
	}

}
