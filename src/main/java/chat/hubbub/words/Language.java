package chat.hubbub.words;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.ibm.icu.util.ULocale;
import org.jspecify.annotations.Nullable;

/** A language with its message files. Thread-safe. */
public final class Language {

	/** The attribute of a connection that holds its language. */
	public static final String ATTRIBUTE = Language.class.getName();

	/** The key of the language's own name; without it, the files are not a language. */
	static final String NAME = "language.name";

	private static final String LANG = "language.lang";

	private static final String LOCALE = "language.locale";

	private static final String MOMENT = "language.moment";

	private final String tag;

	private final Map<String, Sentence> sentences;

	/** The language of the sentences that this one lacks, itself at the end. */
	private final @Nullable Language other;

	private final DateTimeFormatter moment;

	Language(String tag, Map<String, Map<String, String>> files, @Nullable Language other) {
		this.tag = tag;
		this.other = other;
		this.sentences = new HashMap<>();
		ULocale locale = ULocale.forLanguageTag(tag);
		files.values()
			.forEach((file) -> file.forEach((key, text) -> this.sentences.put(key, new Sentence(text, locale))));
		this.moment = DateTimeFormatter.ofPattern(pattern(MOMENT), Locale.forLanguageTag(tag)).withZone(ZoneOffset.UTC);
	}

	/**
	 * The tag that the names of its files end with.
	 * @return for example {@code zh}; the value of the cookie {@code language}
	 */
	public String tag() {
		return this.tag;
	}

	/**
	 * The name of the language, in itself.
	 */
	public String name() {
		return pattern(NAME);
	}

	/** The value of the attribute {@code lang} of a page. */
	public String lang() {
		return pattern(LANG);
	}

	/** The locale of numbers, dates and lists in the page. */
	public String locale() {
		return pattern(LOCALE);
	}

	/**
	 * The pattern of a key; in English if this language lacks it, and the key itself if
	 * both do.
	 */
	public String pattern(String key) {
		Sentence sentence = find(key);
		return (sentence != null) ? sentence.pattern() : key;
	}

	/** Whether there is a sentence with a key, at least in English. */
	public boolean knows(String key) {
		return find(key) != null;
	}

	String say(String key, Map<String, Object> values) {
		Sentence sentence = find(key);
		return (sentence != null) ? sentence.with(shown(values)) : key;
	}

	private @Nullable Sentence find(String key) {
		Sentence own = this.sentences.get(key);
		return (own != null || this.other == null) ? own : this.other.find(key);
	}

	private Map<String, Object> shown(Map<String, Object> values) {
		Map<String, Object> shown = new LinkedHashMap<>();
		values.forEach((name, value) -> shown.put(name, shown(value)));
		return shown;
	}

	private Object shown(Object value) {
		if (value instanceof Phrase phrase) {
			return phrase.in(this);
		}
		if (value instanceof Instant instant) {
			return this.moment.format(instant);
		}
		return value;
	}

}
