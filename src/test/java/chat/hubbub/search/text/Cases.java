package chat.hubbub.search.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A message that a query should or should not find.
 *
 * @param kind the language, or another kind of text
 * @param query the query
 * @param text the text of a message
 * @param found whether the query finds it
 */
public record Cases(String kind, String query, String text, boolean found) {

	/** All cases of {@code cases.tsv}. */
	public static List<Cases> all() {
		try (InputStream table = Objects
			.requireNonNull(Cases.class.getResourceAsStream("/chat/hubbub/search/cases.tsv"))) {
			return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("# kind"))
				.map((line) -> line.split("\t", -1))
				.map((cells) -> new Cases(cells[0], cells[1], cells[2], cells[3].equals("yes")))
				.toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
