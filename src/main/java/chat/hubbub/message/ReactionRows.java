package chat.hubbub.message;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The rows of reactions: one for each person and emoji of a message. A reaction that was
 * taken back leaves its row, so that its event can be read. Writing is for one thread,
 * during a commit.
 */
final class ReactionRows {

	private static final String FIND = """
			select 1 from message_reaction where message = ? and emoji = ? and person = ? and present""";

	private static final String READ = """
			select emoji, name from message_reaction where message = ? and present order by seq, place""";

	private static final String PUT = """
			insert into message_reaction (message, emoji, person, name, present, seq, place)
			values (?, ?, ?, ?, ?, ?, ?)
			on conflict (message, emoji, person) do update
			set name = excluded.name, present = excluded.present, seq = excluded.seq, place = excluded.place""";

	private static final String ERASE = "delete from message_reaction where message = ?";

	private final WriteConnection writes;

	ReactionRows(WriteConnection writes) {
		this.writes = writes;
	}

	/** Whether a person reacts to a message with an emoji. */
	boolean isPresent(long message, String emoji, String person) throws SQLException {
		PreparedStatement statement = this.writes.prepare(FIND);
		statement.setLong(1, message);
		statement.setString(2, emoji);
		statement.setString(3, person);
		try (ResultSet rows = statement.executeQuery()) {
			return rows.next();
		}
	}

	/** The reactions to a message. */
	Reactions read(long message) throws SQLException {
		Reactions.Builder reactions = new Reactions.Builder();
		PreparedStatement statement = this.writes.prepare(READ);
		statement.setLong(1, message);
		try (ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				reactions.add(rows.getString("emoji"), rows.getString("name"));
			}
		}
		return reactions.build();
	}

	/**
	 * Stores a person's reaction.
	 * @param message the message
	 * @param wish the reaction
	 * @param present whether it is there, or was taken back
	 * @param seq the number of its event
	 * @param place its place in the event
	 */
	void put(long message, Reaction wish, boolean present, long seq, int place) throws SQLException {
		PreparedStatement statement = this.writes.prepare(PUT);
		statement.setLong(1, message);
		statement.setString(2, wish.emoji().value());
		statement.setString(3, wish.person());
		statement.setString(4, wish.author().getName());
		statement.setBoolean(5, present);
		statement.setLong(6, seq);
		statement.setInt(7, place);
		statement.executeUpdate();
	}

	/**
	 * Erases all reactions to a message.
	 * @return whether there were any, even if they were taken back
	 */
	boolean erase(long message) throws SQLException {
		PreparedStatement statement = this.writes.prepare(ERASE);
		statement.setLong(1, message);
		return statement.executeUpdate() > 0;
	}

}
