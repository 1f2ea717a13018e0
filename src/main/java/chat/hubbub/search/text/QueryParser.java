package chat.hubbub.search.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import org.jspecify.annotations.Nullable;

import chat.hubbub.words.Phrase;

/**
 * Reads a query: words between blanks, {@code "quoted phrases"}, and filters such as
 * {@code from:ada}. Colons and quotes may be those of other keyboards. For one query.
 */
final class QueryParser {

	private static final Pattern FILTER = Pattern.compile("(from|in|before|after|has)[:：]", Pattern.CASE_INSENSITIVE);

	private static final String OPENING = "\"＂“”„«「『";

	private static final String CLOSING = "\"＂“”«»」』";

	private final String typed;

	private final List<Term> terms = new ArrayList<>();

	/** The length of a date such as 2026-01-31. */
	private static final int YEAR_MONTH_DAY = 10;

	private final Set<String> from = new LinkedHashSet<>();

	private final Set<String> in = new LinkedHashSet<>();

	private final Set<Query.Content> kinds = EnumSet.noneOf(Query.Content.class);

	private @Nullable LocalDate before;

	private @Nullable LocalDate after;

	private int at;

	/** Whether the part that was read last ended with a quote. */
	private boolean closed;

	QueryParser(String typed) {
		this.typed = typed;
	}

	Query parse() {
		if (this.typed.length() > 2 * Query.MAX_LENGTH
				|| this.typed.codePointCount(0, this.typed.length()) > Query.MAX_LENGTH) {
			throw new IllFormedSearch(Phrase.of("search.long").with("greatest", Query.MAX_LENGTH));
		}
		boolean open = false;
		while (skipBlanks()) {
			open = readPart(open);
		}
		if (open) {
			openLast();
		}
		Query query = new Query(new LinkedHashSet<>(this.terms).stream().toList(), this.from, this.in, this.before,
				this.after, this.kinds);
		if (query.equals(new Query(List.of(), Set.of(), Set.of(), null, null, Set.of()))) {
			throw new IllFormedSearch(Phrase.of("search.empty"));
		}
		return query;
	}

	private boolean skipBlanks() {
		while (this.at < this.typed.length() && isBlank(this.typed.charAt(this.at))) {
			this.at++;
		}
		return this.at < this.typed.length();
	}

	/** Reads a part, and returns whether the last word so far may be continued. */
	private boolean readPart(boolean open) {
		Matcher filter = FILTER.matcher(this.typed).region(this.at, this.typed.length());
		if (filter.lookingAt()) {
			this.at = filter.end();
			filter(filter.group(1).toLowerCase(Locale.ROOT), readValue().strip());
			return open;
		}
		List<String> tokens = Tokeniser.tokens(readValue()).stream().map(Token::value).toList();
		if (tokens.isEmpty()) {
			return open;
		}
		this.terms.add(new Term(tokens, false));
		return !this.closed;
	}

	/** A quoted text, or the text up to a blank or a quote. */
	private String readValue() {
		this.closed = false;
		if (this.at < this.typed.length() && OPENING.indexOf(this.typed.charAt(this.at)) >= 0) {
			return readQuoted();
		}
		int start = this.at;
		while (this.at < this.typed.length() && !isBlank(this.typed.charAt(this.at))
				&& OPENING.indexOf(this.typed.charAt(this.at)) < 0) {
			this.at++;
		}
		return this.typed.substring(start, this.at);
	}

	/** Without a closing quote, the text is still being typed. */
	private String readQuoted() {
		int start = ++this.at;
		while (this.at < this.typed.length()) {
			if (CLOSING.indexOf(this.typed.charAt(this.at++)) >= 0) {
				this.closed = true;
				return this.typed.substring(start, this.at - 1);
			}
		}
		return this.typed.substring(start);
	}

	/** A filter without a value is still being typed. */
	private void filter(String name, String value) {
		if (value.isEmpty()) {
			return;
		}
		switch (name) {
			case "from" -> this.from.add(value.startsWith("@") ? value.substring(1) : value);
			case "in" -> this.in.add(value.startsWith("#") ? value.substring(1) : value);
			case "before" -> this.before = earlier(this.before, date(value));
			case "after" -> this.after = later(this.after, date(value));
			default -> this.kinds.add(kind(value));
		}
	}

	private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
		return (one != null && one.isBefore(other)) ? one : other;
	}

	private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
		return (one != null && one.isAfter(other)) ? one : other;
	}

	private static LocalDate date(String value) {
		try {
			// Years of more than four digits are beyond the instants that Java counts.
			if (value.length() == YEAR_MONTH_DAY) {
				return LocalDate.parse(value);
			}
		}
		catch (DateTimeException ex) {
			// As any other text that is no date.
		}
		throw new IllFormedSearch(Phrase.of("search.date").with("value", value));
	}

	private static Query.Content kind(String value) {
		return switch (value.toLowerCase(Locale.ROOT)) {
			case "file" -> Query.Content.FILE;
			case "link" -> Query.Content.LINK;
			default -> throw new IllFormedSearch(Phrase.of("search.has").with("value", value));
		};
	}

	/**
	 * The last word may be continued, unless it is a single letter, which too many words
	 * begin with. A syllable of Korean is more than a letter.
	 */
	private void openLast() {
		Term last = this.terms.remove(this.terms.size() - 1);
		String word = last.tokens().get(last.tokens().size() - 1);
		boolean continued = word.codePointCount(0, word.length()) > 1
				|| UScript.getScript(word.codePointAt(0)) == UScript.HANGUL;
		this.terms.add(new Term(last.tokens(), continued));
	}

	private static boolean isBlank(char character) {
		return UCharacter.isUWhiteSpace(character);
	}

}
