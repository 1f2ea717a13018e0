package chat.hubbub.message;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A request for a page of a topic's history.
 *
 * @param direction where to read from {@code seq}
 * @param seq where to start; itself part of the page only if it reads around
 * @param limit how many messages at the most, 1 to {@value #MAX_LIMIT}
 */
record PageRequest(Direction direction, long seq, int limit) {

	static final int MAX_LIMIT = 200;

	static final int DEFAULT_LIMIT = 50;

	/** Parses the parameters of a request. */
	static PageRequest of(@Nullable String before, @Nullable String after, @Nullable String around,
			@Nullable String limit) {
		if (Stream.of(before, after, around).filter((each) -> each != null).count() > 1) {
			throw IllFormedPage.severalWays();
		}
		int size = (limit != null) ? (int) number("limit", limit, 1, MAX_LIMIT) : DEFAULT_LIMIT;
		if (after != null) {
			return new PageRequest(Direction.FORWARD, number("after", after, 0, Long.MAX_VALUE), size);
		}
		if (around != null) {
			return new PageRequest(Direction.AROUND, number("around", around, 1, Long.MAX_VALUE), size);
		}
		long seq = (before != null) ? number("before", before, 1, Long.MAX_VALUE) : Long.MAX_VALUE;
		return new PageRequest(Direction.BACK, seq, size);
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

	/** The directions of a page. */
	enum Direction {

		/** The messages before a number, the newest first. */
		BACK,

		/** The messages after a number, the oldest first. */
		FORWARD,

		/** The messages on both sides of a number, the oldest first. */
		AROUND

	}

}
