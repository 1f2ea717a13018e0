package chat.hubbub.search.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a text fits a query.
 *
 * @param marks the places that fit, in their order and apart from each other; at most
 * {@value #MAX_MARKS}
 * @param score how well it fits; greater is better
 */
public record Match(List<Mark> marks, double score) {

	/** The maximum number of marks. */
	public static final int MAX_MARKS = 50;

	/** The usual length of a message, in tokens; a longer one scores less. */
	private static final double USUAL_LENGTH = 12;

	/** As in BM25: how soon more occurrences stop to count. */
	private static final double SATURATION = 1.2;

	/** As in BM25: how much the length of a text counts. */
	private static final double LENGTH_WEIGHT = 0.75;

	/** The weight of the beginning of a word, in comparison with a whole word. */
	private static final double PREFIX_WEIGHT = 0.7;

	/**
	 * Compares a text with the terms of a query.
	 * @param query the query
	 * @param text the text
	 * @return empty if a term is missing
	 */
	public static Optional<Match> of(Query query, String text) {
		List<Token> tokens = Tokeniser.tokens(text);
		List<Mark> marks = new ArrayList<>();
		double score = 0;
		for (Term term : query.terms()) {
			double weight = find(term, tokens, marks);
			if (weight == 0) {
				return Optional.empty();
			}
			double length = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * tokens.size() / USUAL_LENGTH;
			score += weight / (weight + SATURATION * length);
		}
		return Optional.of(new Match(merged(marks), score));
	}

	/** Adds the places of a term, and returns their weight. */
	private static double find(Term term, List<Token> tokens, List<Mark> marks) {
		int size = term.tokens().size();
		double weight = 0;
		int found = 0;
		for (int at = 0; at + size <= tokens.size(); at++) {
			if (fits(term, tokens, at)) {
				Token last = tokens.get(at + size - 1);
				weight += last.value().equals(term.tokens().get(size - 1)) ? 1 : PREFIX_WEIGHT;
				if (found++ < MAX_MARKS) {
					marks.add(new Mark(tokens.get(at).start(), last.end()));
				}
			}
		}
		return weight;
	}

	private static boolean fits(Term term, List<Token> tokens, int at) {
		for (int place = 0; place < term.tokens().size(); place++) {
			if (!term.fits(place, tokens.get(at + place).value())) {
				return false;
			}
		}
		return true;
	}

	private static List<Mark> merged(List<Mark> marks) {
		marks.sort(Comparator.comparingInt(Mark::start));
		List<Mark> merged = new ArrayList<>();
		for (Mark mark : marks) {
			Mark before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
			if (before != null && mark.start() < before.end()) {
				merged.set(merged.size() - 1, new Mark(before.start(), Math.max(before.end(), mark.end())));
			}
			else if (merged.size() < MAX_MARKS) {
				merged.add(mark);
			}
		}
		return List.copyOf(merged);
	}

	/**
	 * A place in a text that fits.
	 *
	 * @param start where it begins, in UTF-16 units
	 * @param end where it ends
	 */
	public record Mark(int start, int end) {

	}

}
