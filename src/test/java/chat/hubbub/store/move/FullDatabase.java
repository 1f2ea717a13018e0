package chat.hubbub.store.move;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import chat.hubbub.fixture.Database;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A file of SQLite with three rows more in every table, whichever tables there are. */
final class FullDatabase {

	private static final int ROWS = 3;

	private static final Pattern LENGTH = Pattern.compile("\\((\\d+)\\)");

	private final JdbcTemplate jdbc;

	private FullDatabase(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Makes one in a folder. */
	static void make(Path folder) {
		try (Database database = Database.inAFile(folder)) {
			FullDatabase full = new FullDatabase(database.template());
			for (String table : tables(database.template())) {
				for (int row = 1; row <= ROWS; row++) {
					full.addRow(table, row);
				}
			}
		}
	}

	/** All rows of all tables of a file, as SQLite itself writes them. */
	static Map<String, List<String>> dump(Path file) {
		JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource("jdbc:sqlite:" + file));
		Map<String, List<String>> dump = new TreeMap<>();
		for (String table : tables(jdbc)) {
			String row = jdbc.queryForList("pragma table_info(" + table + ")")
				.stream()
				.map((column) -> "quote(\"" + column.get("name") + "\")")
				.sorted()
				.collect(Collectors.joining(" || ',' || "));
			dump.put(table,
					jdbc.queryForList("select " + row + " as line from \"" + table + "\" order by line", String.class));
		}
		return dump;
	}

	private static List<String> tables(JdbcTemplate jdbc) {
		return jdbc
			.queryForList("select name from pragma_table_list where schema = 'main' and type = 'table'"
					+ " and name not like 'sqlite%' order by name", String.class)
			.stream()
			.filter((name) -> !Schema.OWN.contains(name))
			.toList();
	}

	private void addRow(String table, int row) {
		Map<String, String> parents = new HashMap<>();
		for (Map<String, Object> key : this.jdbc.queryForList("pragma foreign_key_list(\"" + table + "\")")) {
			parents.put((String) key.get("from"), key.get("table") + "." + key.get("to"));
		}
		List<String> names = new ArrayList<>();
		List<Object> values = new ArrayList<>();
		for (Map<String, Object> column : this.jdbc.queryForList("pragma table_info(\"" + table + "\")")) {
			String name = (String) column.get("name");
			boolean optional = ((Number) column.get("notnull")).intValue() == 0
					&& ((Number) column.get("pk")).intValue() == 0;
			String type = (String) column.get("type");
			names.add('"' + name + '"');
			values.add((optional && row == ROWS) ? null : value(parents.get(name), type, name, row));
		}
		this.jdbc.update("insert into \"" + table + "\" (" + String.join(", ", names) + ") values ("
				+ names.stream().map((name) -> "?").collect(Collectors.joining(", ")) + ")", values.toArray());
	}

	/** A row refers to one of the same number, whether that is there already or not. */
	private static Object value(String parent, String type, String name, int row) {
		if (parent != null && parent.endsWith(".name")) {
			return text(64, "topic", row);
		}
		String named = (parent != null) ? parent.substring(parent.indexOf('.') + 1) : name;
		String kind = type.toLowerCase(Locale.ROOT).replaceAll("\\(.*", "");
		return switch (kind) {
			case "varchar", "text", "char" -> text(length(type), named.equals("name") ? "topic" : named, row);
			case "boolean" -> row % 2;
			case "blob" -> bytes(row);
			// An id is a number that a reference names too.
			case "bigint" -> (name.equals("id") || parent != null) ? 1_000_000 + row : Long.MAX_VALUE - row;
			default -> 1_000_000 + row;
		};
	}

	private static int length(String type) {
		Matcher length = LENGTH.matcher(type);
		return length.find() ? Integer.parseInt(length.group(1)) : 200;
	}

	private static String text(int length, String name, int row) {
		if (length == 36) {
			return UUID.nameUUIDFromBytes((name.contains("primary") + "" + row).getBytes(StandardCharsets.UTF_8))
				.toString();
		}
		String text = row + " é'\"\\\n\t😀 ünï " + name;
		return text.substring(0, text.offsetByCodePoints(0, Math.min(length, text.codePointCount(0, text.length()))));
	}

	private static byte[] bytes(int row) {
		byte[] bytes = new byte[256 + row];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) i;
		}
		return bytes;
	}

}
