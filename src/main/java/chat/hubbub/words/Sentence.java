package chat.hubbub.words;

import java.util.Map;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of ICU's MessageFormat, parsed when it is first needed. Thread-safe.
 */
final class Sentence {

	private final String pattern;

	private final ULocale locale;

	private volatile @Nullable MessageFormat format;

	Sentence(String pattern, ULocale locale) {
		this.pattern = pattern;
		this.locale = locale;
	}

	String pattern() {
		return this.pattern;
	}

	String with(Map<String, Object> values) {
		if (this.pattern.indexOf('{') < 0 && this.pattern.indexOf('\'') < 0) {
			return this.pattern;
		}
		MessageFormat known = this.format;
		if (known == null) {
			known = new MessageFormat(this.pattern, this.locale);
			this.format = known;
		}
		// Formats are not thread-safe, and to parse one takes longer than to copy it.
		return known.clone().format(values);
	}

}
