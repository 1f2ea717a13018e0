package chat.hubbub.message;

import org.jspecify.annotations.Nullable;

/**
 * A request for a page of a topic's history.
 *
 * @param forward whether to read on from {@code seq}, or else back
 * @param seq where to start; itself not part of the page
 * @param limit how many messages at the most, 1 to {@value #MAX_LIMIT}
 */
record PageRequest(boolean forward, long seq, int limit) {

	static final int MAX_LIMIT = 200;

	static final int DEFAULT_LIMIT = 50;

	/** Parses the parameters of a request. */
	static PageRequest of(@Nullable String before, @Nullable String after, @Nullable String limit) {
		if (before != null && after != null) {
			throw IllFormedPage.bothWays();
		}
		int size = (limit != null) ? (int) number("limit", limit, 1, MAX_LIMIT) : DEFAULT_LIMIT;
		if (after != null) {
			return new PageRequest(true, number("after", after, 0, Long.MAX_VALUE), size);
		}
		long seq = (before != null) ? number("before", before, 1, Long.MAX_VALUE) : Long.MAX_VALUE;
		return new PageRequest(false, seq, size);
	}

	private static long number(String name, String value, long min, long max) {
		try {
			long number = Long.parseLong(value);
			if (number >= min && number <= max) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// Refused below, like a number that exceeds the limits.
		}
		throw IllFormedPage.parameter(name, min, max);
	}

}
