package chat.hubbub.search.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A search for messages. A message is found if it fits every part.
 *
 * @param terms the words and phrases of its text
 * @param from the names of senders, one of which wrote it; empty for anybody
 * @param in the names of topics, in one of which it is; empty for all
 * @param before only messages of earlier days, or {@code null}
 * @param after only messages of later days, or {@code null}
 * @param kinds further things that it contains
 */
public record Query(List<Term> terms, Set<String> from, Set<String> in, @Nullable LocalDate before,
		@Nullable LocalDate after, Set<Content> kinds) {

	/** The maximum length, in characters (code points). */
	public static final int MAX_LENGTH = 256;

	/** Copies the collections. */
	public Query {
		terms = List.copyOf(terms);
		from = Set.copyOf(from);
		in = Set.copyOf(in);
		kinds = Set.copyOf(kinds);
	}

	/**
	 * Reads a typed query.
	 * @param typed words, quoted phrases and filters
	 * @return the query, which asks for something
	 * @throws IllFormedSearch if it is empty, too long, or has an unreadable filter
	 */
	public static Query of(String typed) {
		return new QueryParser(typed).parse();
	}

	/** A thing that a message may contain besides its words. */
	public enum Content {

		/** A file. */
		FILE,

		/** A link to a page. */
		LINK

	}

}
