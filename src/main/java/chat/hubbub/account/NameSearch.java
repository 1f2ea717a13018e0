package chat.hubbub.account;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds the best names for a query, in one pass that keeps no more than the answer. For
 * one thread.
 */
final class NameSearch {

	/** The maximum number of answers. */
	static final int MAX_FOUND = 20;

	private static final Comparator<Match> BEST_FIRST = Comparator.comparing(Match::inside).thenComparing(Match::key);

	private final String wanted;

	private final long except;

	private final TreeSet<Match> best = new TreeSet<>(BEST_FIRST);

	/**
	 * A search that has seen no names.
	 * @param query a part of a name; case is ignored
	 * @param except the number of an account that is not found
	 */
	NameSearch(String query, long except) {
		// A longer text is in no name.
		String bounded = query.substring(0, Math.min(query.length(), 2 * Username.MAX_LENGTH + 1));
		this.wanted = Normalizer.normalize(bounded, Form.NFKC)
			.strip()
			.toUpperCase(Locale.ROOT)
			.toLowerCase(Locale.ROOT);
		this.except = except;
	}

	/**
	 * Looks at a name.
	 * @param name the key of a name, and the number of its account
	 */
	void look(Map.Entry<String, Long> name) {
		int at = name.getKey().indexOf(this.wanted);
		if (at < 0 || name.getValue() == this.except) {
			return;
		}
		this.best.add(new Match(at > 0, name.getKey(), name.getValue()));
		if (this.best.size() > MAX_FOUND) {
			this.best.pollLast();
		}
	}

	/** The numbers of the accounts with the best names, the best first. */
	List<Long> found() {
		return this.best.stream().map(Match::account).toList();
	}

	/**
	 * A name that contains the query.
	 *
	 * @param inside whether it begins with something else
	 * @param key the key of the name
	 * @param account the number of its account
	 */
	private record Match(boolean inside, String key, long account) {

	}

}
