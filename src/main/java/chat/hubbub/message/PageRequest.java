package chat.hubbub.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A request for a page of a topic's history.
 *
 * @param direction where to read from {@code seq}
 * @param seq where to start; itself part of the page only if it reads around
 * @param at in place of {@code seq}: the time to read around
 * @param limit how many messages at the most, 1 to {@value #MAX_LIMIT}
 */
record PageRequest(Direction direction, long seq, @Nullable Instant at, int limit) {

	static final int MAX_LIMIT = 200;

	static final int DEFAULT_LIMIT = 50;

	PageRequest(Direction direction, long seq, int limit) {
		this(direction, seq, null, limit);
	}

	/** Parses the parameters of a request. */
	static PageRequest of(@Nullable String before, @Nullable String after, @Nullable String around, @Nullable String at,
			@Nullable String limit) {
		if (Stream.of(before, after, around, at).filter((each) -> each != null).count() > 1) {
			throw IllFormedPage.severalWays();
		}
		int size = (limit != null) ? (int) number("limit", limit, 1, MAX_LIMIT) : DEFAULT_LIMIT;
		if (after != null) {
			return new PageRequest(Direction.FORWARD, number("after", after, 0, Long.MAX_VALUE), size);
		}
		if (around != null) {
			return new PageRequest(Direction.AROUND, number("around", around, 1, Long.MAX_VALUE), size);
		}
		if (at != null) {
			return new PageRequest(Direction.AROUND, 0, time(at), size);
		}
		long seq = (before != null) ? number("before", before, 1, Long.MAX_VALUE) : Long.MAX_VALUE;
		return new PageRequest(Direction.BACK, seq, size);
	}

	/** An instant with an offset, or the start of a day in UTC. */
	private static Instant time(String value) {
		try {
			Instant instant = value.contains("T") ? OffsetDateTime.parse(value).toInstant()
					: LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
			// As times are stored.
			return Instant.ofEpochMilli(instant.toEpochMilli());
		}
		catch (DateTimeException | ArithmeticException ex) {
			throw IllFormedPage.time();
		}
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

		/** The messages on both sides of a number or a time, the oldest first. */
		AROUND

	}

}
