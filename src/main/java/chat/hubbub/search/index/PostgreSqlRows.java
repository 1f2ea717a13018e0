package chat.hubbub.search.index;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

import chat.hubbub.search.text.Term;
import chat.hubbub.search.text.Token;

/**
 * The index in a column of the type {@code tsvector}, whose words and places come from
 * the tokeniser, so that no setting of the database decides. A word has at most 256
 * places, the last of which is 16,383; a text that exceeds them is marked as long, and
 * found by its words without their order, which the caller compares.
 */
final class PostgreSqlRows extends IndexRows {

	private static final int MAX_PLACE = 16_383;

	private static final int MAX_PLACES = 256;

	/**
	 * So many of the newest messages are walked first, because what is said often is
	 * among them, and the index of words would read all the places where it is said.
	 */
	private static final int NEWEST = 3_000;

	/** So few hits are sorted; if there are more, the newest messages are walked. */
	private static final int FEW = 2_000;

	/**
	 * A search also ends in time. A plan that is kept for all ids would read the index of
	 * the ids beside that of the words.
	 */
	private static final String BEGIN = """
			set local statement_timeout = '5s'; set local jit = off; set local enable_seqscan = off;
			set local plan_cache_mode = force_custom_plan""";

	/**
	 * The planner guesses the frequency of words that it does not know, and may visit all
	 * messages in place of the index of words.
	 */
	private static final String BY_WORDS = """
			set local enable_bitmapscan = on; set local enable_sort = on;
			set local enable_indexscan = off; set local enable_indexonlyscan = off""";

	private static final String BY_IDS = """
			set local enable_indexscan = on; set local enable_bitmapscan = off; set local enable_sort = off;
			set local enable_hashjoin = off; set local enable_mergejoin = off""";

	private static final String PROBE = """
			select id from search_text where words @@ cast(? as tsquery) and id >= ? and id < ? limit\s""" + (FEW + 1);

	private static final String FEW_FOUND = """
			select m.id, m.topic, m.seq, m.text from message m where m.id = any(cast(? as bigint[]))
			:topics order by m.id desc limit ?""";

	private static final String MANY_FOUND = """
			select m.id, m.topic, m.seq, m.text from search_text s join message m on m.id = s.id
			where s.words @@ cast(? as tsquery) and s.id >= ? and s.id < ?
			:topics order by s.id desc limit ?""";

	/** The end of the oldest messages, which are not walked first. */
	private static final String OLDER = "select least(?, max(id) + 1) - " + NEWEST + " from search_text";

	/** The place of the next condition in a query. */
	private static final String TOPICS = ":topics";

	private static final String IN_TOPICS = "and m.topic = any(string_to_array(?, ','))\n";

	PostgreSqlRows(JdbcTemplate jdbc) {
		super(jdbc);
	}

	/** The literal of a vector. */
	@Override
	String words(List<Token> tokens, List<String> filters) {
		Map<String, StringBuilder> places = new LinkedHashMap<>();
		Map<String, Integer> counts = new HashMap<>();
		boolean fits = true;
		int place = 0;
		for (Token token : tokens) {
			place++;
			StringBuilder list = places.computeIfAbsent(token.value(), (word) -> new StringBuilder());
			if (place <= MAX_PLACE && counts.merge(token.value(), 1, Integer::sum) <= MAX_PLACES) {
				list.append(list.isEmpty() ? ':' : ',').append(place);
			}
			else {
				fits = false;
			}
		}
		StringBuilder vector = new StringBuilder();
		places.forEach((token, list) -> vector.append('\'').append(token).append('\'').append(list).append(' '));
		filters.forEach((word) -> vector.append('\'').append(word).append("' "));
		return fits ? vector.toString() : vector + "'" + Filters.LONG + "'";
	}

	@Override
	void insert(List<Entry> entries) {
		jdbc().batchUpdate("insert into search_text (id, words) values (?, cast(? as tsvector))", entries,
				entries.size(), (statement, entry) -> {
					statement.setLong(1, entry.id());
					statement.setString(2, entry.words());
				});
	}

	@Override
	void remove(Entry entry) {
		jdbc().update("delete from search_text where id = ?", entry.id());
	}

	@Override
	void clear() {
		jdbc().update("delete from search_text");
	}

	@Override
	FoundPage find(Condition condition, int limit) {
		ConnectionCallback<FoundPage> search = (connection) -> {
			connection.setAutoCommit(false);
			try {
				return find(connection, condition, limit);
			}
			finally {
				connection.rollback();
				connection.setAutoCommit(true);
			}
		};
		FoundPage found = jdbc().execute(search);
		return (found != null) ? found : NOTHING;
	}

	private static FoundPage find(Connection connection, Condition condition, int limit) throws SQLException {
		String inTopics = condition.topics().isEmpty() ? "" : IN_TOPICS;
		String topics = String.join(",", condition.topics());
		String expression = expression(condition);
		String walk = MANY_FOUND.replace(TOPICS, inTopics);
		set(connection, BEGIN + ";" + BY_IDS);
		long older = older(connection, condition.before());
		FoundPage newest = found(connection, walk, topics, limit, expression, Math.max(condition.from(), older),
				condition.before());
		if (!newest.last() || older <= condition.from()) {
			return newest;
		}
		set(connection, BY_WORDS);
		Object[] range = { expression, condition.from(), condition.before() };
		List<Long> few = ids(connection, range);
		if (few.size() <= FEW) {
			return few.isEmpty() ? NOTHING : found(connection, FEW_FOUND.replace(TOPICS, inTopics), topics, limit,
					few.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
		}
		set(connection, BY_IDS);
		return found(connection, walk, topics, limit, range);
	}

	private static long older(Connection connection, long before) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(OLDER)) {
			statement.setLong(1, before);
			try (ResultSet rows = statement.executeQuery()) {
				rows.next();
				return rows.getLong(1);
			}
		}
	}

	private static void set(Connection connection, String settings) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(settings);
		}
	}

	private static List<Long> ids(Connection connection, Object[] range) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(PROBE)) {
			set(statement, range);
			List<Long> ids = new ArrayList<>();
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					ids.add(rows.getLong(1));
				}
			}
			return ids;
		}
	}

	private static FoundPage found(Connection connection, String sql, String topics, int limit, Object... parameters)
			throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			int next = set(statement, parameters);
			if (!topics.isEmpty()) {
				statement.setString(next++, topics);
			}
			statement.setInt(next, limit);
			try (ResultSet rows = statement.executeQuery()) {
				return FoundPage.read(rows, limit);
			}
		}
	}

	private static int set(PreparedStatement statement, Object... parameters) throws SQLException {
		int next = 1;
		for (Object parameter : parameters) {
			statement.setObject(next++, parameter);
		}
		return next;
	}

	/** Each word is quoted, and has no quotes, so none is an operator. */
	private static String expression(Condition condition) {
		List<String> parts = new ArrayList<>();
		condition.terms().forEach((term) -> parts.add(expression(term)));
		condition.filters()
			.forEach((words) -> parts.add(words.stream().sorted().collect(Collectors.joining("' | '", "('", "')"))));
		return String.join(" & ", parts);
	}

	private static String expression(Term term) {
		String prefix = term.prefix() ? ":*" : "";
		if (term.tokens().size() == 1) {
			return "'" + term.tokens().get(0) + "'" + prefix;
		}
		String order = String.join("' <-> '", term.tokens());
		String words = String.join("' & '", term.tokens());
		return "('%s'%s | '%s' & '%s'%s)".formatted(order, prefix, Filters.LONG, words, prefix);
	}

	@Override
	String isIn(String column) {
		return column + " = any(cast(? as bigint[]))";
	}

	@Override
	String list(Collection<Long> numbers) {
		return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
	}

	@Override
	String rows() {
		return "search_text";
	}

	/** Another node may edit a message meanwhile. */
	@Override
	String lock() {
		return " for share";
	}

}
