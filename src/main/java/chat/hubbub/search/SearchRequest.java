package chat.hubbub.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import chat.hubbub.search.text.IllFormedSearch;
import chat.hubbub.search.text.Query;
import chat.hubbub.words.Phrase;

/**
 * A request for a page of hits.
 *
 * @param query the query
 * @param limit the maximum number of hits, 1 to {@value #MAX_LIMIT}
 * @param before the last hit of the page before, or {@code null} for the first page
 * @param best whether the best hits come first, in place of the newest
 * @param zone where the days of dates begin and end
 */
record SearchRequest(Query query, int limit, @Nullable String before, boolean best, ZoneId zone) {

	static final int MAX_LIMIT = 200;

	static final int DEFAULT_LIMIT = 20;

	/** Parses the parameters of a request. */
	static SearchRequest of(@Nullable String q, @Nullable String limit, @Nullable String before, @Nullable String sort,
			@Nullable String zone) {
		boolean best = isBest(sort);
		if (best && before != null) {
			throw new IllFormedSearch(Phrase.of("search.pages"));
		}
		return new SearchRequest(Query.of((q != null) ? q : ""), limit(limit), before, best, zone(zone));
	}

	private static boolean isBest(@Nullable String sort) {
		if (sort == null || sort.equals("newest")) {
			return false;
		}
		if (!sort.equals("best")) {
			throw new IllFormedSearch(Phrase.of("search.sort"));
		}
		return true;
	}

	private static int limit(@Nullable String limit) {
		if (limit == null) {
			return DEFAULT_LIMIT;
		}
		try {
			int number = Integer.parseInt(limit);
			if (number >= 1 && number <= MAX_LIMIT) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// Refused below, like a number that exceeds the limits.
		}
		throw new IllFormedSearch(Phrase.of("search.limit").with("max", MAX_LIMIT));
	}

	private static ZoneId zone(@Nullable String zone) {
		try {
			return (zone != null) ? ZoneId.of(zone) : ZoneOffset.UTC;
		}
		catch (DateTimeException ex) {
			throw new IllFormedSearch(Phrase.of("search.zone"));
		}
	}

	/** The start of the days that are searched, in ms since 1970, or {@code null}. */
	@Nullable Long since() {
		LocalDate after = this.query.after();
		return (after != null) ? start(after.plusDays(1)) : null;
	}

	/** The end of the days that are searched, in ms since 1970, or {@code null}. */
	@Nullable Long until() {
		LocalDate end = this.query.before();
		return (end != null) ? start(end) : null;
	}

	private long start(LocalDate day) {
		return day.atStartOfDay(this.zone).toInstant().toEpochMilli();
	}

}
