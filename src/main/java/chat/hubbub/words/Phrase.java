package chat.hubbub.words;

import java.util.Map;
import java.util.TreeMap;

/**
 * A sentence for people that waits for the language of its reader: a key of the message
 * files and the values in it, or a text that is the same in every language. Immutable.
 */
public final class Phrase {

	private final String key;

	private final Map<String, Object> values;

	/** Whether the key is the text itself. */
	private final boolean given;

	private Phrase(String key, Map<String, Object> values, boolean given) {
		this.key = key;
		this.values = values;
		this.given = given;
	}

	/**
	 * A sentence of the message files.
	 * @param key its key; an unknown one is shown as it is
	 * @return the sentence, so far without values
	 */
	public static Phrase of(String key) {
		return new Phrase(key, Map.of(), false);
	}

	/**
	 * A text that is the same in every language.
	 * @param text the text
	 * @return the sentence
	 */
	public static Phrase given(String text) {
		return new Phrase(text, Map.of(), true);
	}

	/**
	 * Adds a value.
	 * @param name its name in the pattern
	 * @param value a number, an {@code Instant}, another phrase, or an object whose
	 * string is shown
	 * @return the sentence with the value
	 */
	public Phrase with(String name, Object value) {
		Map<String, Object> more = new TreeMap<>(this.values);
		more.put(name, value);
		return new Phrase(this.key, more, this.given);
	}

	/**
	 * The sentence in a language.
	 * @param language the language of the reader
	 * @return the sentence; in English if the language lacks it
	 */
	public String in(Language language) {
		return this.given ? this.key : language.say(this.key, this.values);
	}

	/**
	 * The sentence in English.
	 */
	@Override
	public String toString() {
		return in(Languages.ENGLISH);
	}

}
