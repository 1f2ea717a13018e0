package chat.hubbub.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * The languages of the message files on the class path, with those of extensions, whose
 * class loader is the one of the thread that starts the server. Thread-safe.
 */
public final class Languages {

	/** The language of everything that another one lacks, and of the log. */
	public static final Language ENGLISH;

	private static final String ENGLISH_TAG = "en";

	private static final int MAX_HEADER = 1000;

	private static final Map<String, Language> ALL = new LinkedHashMap<>();

	private static final Map<String, Map<String, Map<String, String>>> FILES = MessageFiles
		.read(ClassUtils.getDefaultClassLoader());

	static {
		ENGLISH = new Language(ENGLISH_TAG, FILES.getOrDefault(ENGLISH_TAG, Map.of()), null);
		ALL.put(ENGLISH_TAG, ENGLISH);
		FILES.forEach((tag, files) -> {
			if (files.values().stream().anyMatch((file) -> file.containsKey(Language.NAME))) {
				ALL.computeIfAbsent(tag, (known) -> new Language(tag, files, ENGLISH));
			}
		});
	}

	private Languages() {
	}

	/**
	 * All languages, English first.
	 * @return the languages, unmodifiable
	 */
	public static Collection<Language> all() {
		return Collections.unmodifiableCollection(ALL.values());
	}

	/**
	 * The keys of an area in English.
	 * @param area the start of the files' names, such as {@code page}
	 * @return the keys, sorted; none for an unknown area
	 */
	public static Collection<String> keys(String area) {
		return Collections
			.unmodifiableSet(FILES.getOrDefault(ENGLISH_TAG, Map.of()).getOrDefault(area, Map.of()).keySet());
	}

	/**
	 * The language of a tag.
	 * @param tag the tag, which anybody may have written
	 * @return the language, or empty without one
	 */
	public static Optional<Language> named(@Nullable String tag) {
		return Optional.ofNullable((tag != null) ? ALL.get(tag) : null);
	}

	/**
	 * The language that a reader likes best (RFC 9110, 12.5.4).
	 * @param header the value of {@code Accept-Language}, which anybody may have written
	 * @return the language, or empty if the header names none of them
	 */
	public static Optional<Language> accepted(@Nullable String header) {
		if (header == null || header.length() > MAX_HEADER) {
			return Optional.empty();
		}
		try {
			List<LanguageRange> wanted = new ArrayList<>(LanguageRange.parse(header));
			return Optional.ofNullable(Locale.lookupTag(wanted, ALL.keySet())).flatMap(Languages::named);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
