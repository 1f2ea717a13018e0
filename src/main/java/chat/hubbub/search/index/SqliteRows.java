package chat.hubbub.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;

import chat.hubbub.search.text.Term;
import chat.hubbub.search.text.Token;

/**
 * The index in a table of SQLite's FTS5. It keeps no texts, so a row is removed with the
 * words with which it was added.
 */
final class SqliteRows extends IndexRows {

	private static final String REMOVE = "insert into search_text (search_text, rowid, words) values ('delete', ?, ?)";

	/** The order of rowid walks the index; the same order by m.id would sort all hits. */
	private static final String FIND = """
			select m.id, m.topic, m.seq, m.text
			from search_text cross join message m on m.id = search_text.rowid
			where search_text match ? and search_text.rowid >= ? and search_text.rowid < ?
			:topics order by search_text.rowid desc limit ?""";

	/** The place of the next condition in a query. */
	private static final String TOPICS = ":topics";

	private static final String IN_TOPICS = "and m.topic in (select value from json_each(?))\n";

	SqliteRows(JdbcTemplate jdbc) {
		super(jdbc);
	}

	@Override
	String words(List<Token> tokens, List<String> filters) {
		StringBuilder words = new StringBuilder();
		tokens.forEach((token) -> words.append(token.value()).append(' '));
		filters.forEach((word) -> words.append(word).append(' '));
		return words.toString();
	}

	@Override
	void insert(List<Entry> entries) {
		jdbc().batchUpdate("insert into search_text (rowid, words) values (?, ?)", entries, entries.size(),
				(statement, entry) -> {
					statement.setLong(1, entry.id());
					statement.setString(2, entry.words());
				});
	}

	@Override
	void remove(Entry entry) {
		jdbc().update(REMOVE, entry.id(), entry.words());
	}

	@Override
	void clear() {
		jdbc().update("insert into search_text (search_text) values ('delete-all')");
	}

	@Override
	FoundPage find(Condition condition, int limit) {
		List<Object> parameters = new ArrayList<>(List.of(expression(condition), condition.from(), condition.before()));
		if (!condition.topics().isEmpty()) {
			parameters.add(condition.topics().stream().collect(Collectors.joining("\",\"", "[\"", "\"]")));
		}
		parameters.add(limit);
		FoundPage page = jdbc().query(FIND.replace(TOPICS, condition.topics().isEmpty() ? "" : IN_TOPICS),
				(ResultSetExtractor<FoundPage>) (rows) -> FoundPage.read(rows, limit), parameters.toArray());
		return (page != null) ? page : NOTHING;
	}

	/** Each word is quoted, and has no quotes, so none is an operator of FTS5. */
	private static String expression(Condition condition) {
		List<String> parts = new ArrayList<>();
		condition.terms().forEach((term) -> parts.add(expression(term)));
		condition.filters()
			.forEach((words) -> parts
				.add(words.stream().sorted().collect(Collectors.joining("\" OR \"", "(\"", "\")"))));
		return String.join(" AND ", parts);
	}

	private static String expression(Term term) {
		return "\"" + String.join(" ", term.tokens()) + "\"" + (term.prefix() ? " *" : "");
	}

	@Override
	String isIn(String column) {
		return column + " in (select value from json_each(?))";
	}

	@Override
	String list(Collection<Long> numbers) {
		return numbers.toString();
	}

	@Override
	String rows() {
		return "search_text_docsize";
	}

	/** There is one writer. */
	@Override
	String lock() {
		return "";
	}

}
