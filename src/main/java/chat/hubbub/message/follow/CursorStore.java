package chat.hubbub.message.follow;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import chat.hubbub.topic.TopicName;

/** The cursors of followers, and the heads of topics. Thread-safe. */
@Repository
class CursorStore {

	private static final String MOVE = """
			insert into follower_cursor (follower, topic, seq) values (?, ?, ?)
			on conflict (follower, topic) do update set seq = excluded.seq where follower_cursor.seq = ?""";

	private final JdbcTemplate jdbc;

	CursorStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The stored cursors of a follower.
	 * @return a new map without topics of which nothing is stored
	 */
	Map<TopicName, Long> cursors(String follower) {
		return read("select topic, seq from follower_cursor where follower = ?", follower);
	}

	/** The numbers of the newest events of all topics. */
	Map<TopicName, Long> heads() {
		return read("select name, head from topic");
	}

	/** Puts the cursors of a new follower at the heads of all topics. */
	void skip(String follower) {
		this.jdbc.update("insert into follower_cursor (follower, topic, seq) select ?, name, head from topic",
				follower);
	}

	/**
	 * Moves cursors of a follower, in the transaction of the caller.
	 * @throws CursorMoved if one of them is not where its move begins; then the
	 * transaction must be rolled back
	 */
	void move(String follower, List<Move> moves) {
		int[] rows = this.jdbc.batchUpdate(MOVE, new BatchPreparedStatementSetter() {

			@Override
			public void setValues(PreparedStatement statement, int at) throws SQLException {
				Move move = moves.get(at);
				statement.setString(1, follower);
				statement.setString(2, move.topic().value());
				statement.setLong(3, move.to());
				statement.setLong(4, move.from());
			}

			@Override
			public int getBatchSize() {
				return moves.size();
			}

		});
		for (int at = 0; at < rows.length; at++) {
			if (rows[at] == 0) {
				throw new CursorMoved(moves.get(at));
			}
		}
	}

	private Map<TopicName, Long> read(String sql, Object... parameters) {
		Map<TopicName, Long> numbers = new HashMap<>();
		this.jdbc.query(sql, (row) -> {
			numbers.put(new TopicName(row.getString(1)), row.getLong(2));
		}, parameters);
		return numbers;
	}

}
