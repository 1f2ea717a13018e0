package chat.hubbub.search.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages that the index has found. It ends early if their texts are long, so that a
 * search takes limited memory.
 *
 * @param list the messages, the newest first
 * @param last whether there are no more
 */
public record FoundPage(List<Found> list, boolean last) {

	/** The maximum length of the texts together, in UTF-16 units, unless it has one. */
	private static final int MAX_LENGTH = 125_000;

	/** Reads the first rows of a result. */
	static FoundPage read(ResultSet rows, int limit) throws SQLException {
		List<Found> list = new ArrayList<>();
		int length = 0;
		while (length < MAX_LENGTH && rows.next()) {
			String text = rows.getString("text");
			length += text.length();
			list.add(new Found(rows.getLong("id"), rows.getString("topic"), rows.getLong("seq"), text));
		}
		return new FoundPage(list, length < MAX_LENGTH && list.size() < limit);
	}

}
