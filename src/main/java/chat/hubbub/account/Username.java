package chat.hubbub.account;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a person in the chat: 1 to 32 characters (code points), letters of any
 * script with their marks, digits, {@code -}, {@code _}, {@code .} and inner spaces,
 * normalised to NFKC. New names must also follow {@link Spelling}.
 *
 * @param value the name as it is shown
 */
public record Username(String value) {

	/** The maximum number of characters in a name. */
	public static final int MAX_LENGTH = 32;

	/**
	 * The end of the names of bots, as elsewhere. People cannot have it, because
	 * {@link Spelling} allows no brackets.
	 */
	private static final String BOT = " [bot]";

	// A typed name may shrink when it is normalised, but its length is still limited.
	private static final int MAX_TYPED_LENGTH = 256;

	private static final Pattern WELL_FORMED = Pattern.compile(
			"[\\p{L}\\p{Nd}_.-][\\p{L}\\p{M}\\p{Nd}_.-]*( [\\p{L}\\p{Nd}_.-][\\p{L}\\p{M}\\p{Nd}_.-]*)*( \\[bot])?");

	/**
	 * Normalises and checks a name.
	 * @throws IllFormedName if it is not a name
	 */
	public Username {
		if (value.length() > MAX_TYPED_LENGTH) {
			throw new IllFormedName();
		}
		value = Normalizer.normalize(value, Form.NFKC).strip();
		if (value.codePointCount(0, value.length()) > MAX_LENGTH || !WELL_FORMED.matcher(value).matches()) {
			throw new IllFormedName();
		}
	}

	/**
	 * The name of a bot. It differs from the names of people, so neither can be taken for
	 * the other.
	 * @param name the name without its mark
	 * @return for example {@code builds [bot]}
	 * @throws IllFormedName if a person could not have the name, or if it is too long
	 * with its mark
	 */
	public static Username ofBot(String name) {
		Username plain = new Username(name);
		Spelling.check(plain);
		return new Username(plain.value() + BOT);
	}

	/**
	 * The key that names share if they differ only in case.
	 * @return the name in lower case
	 */
	public String key() {
		return Normalizer.normalize(this.value.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Form.NFKC);
	}

	/**
	 * The skeletons of the name. Names that can be confused share at least one.
	 */
	Set<String> looks() {
		return Looks.of(this);
	}

	/** Whether the two names look alike. */
	boolean isLike(Username other) {
		return key().equals(other.key());
	}

	/** Whether this name is reserved, because it looks like that of a deleted account. */
	public boolean isReserved() {
		return Looks.reserved(this);
	}

	/**
	 * This name followed by a number, shortened if both do not fit.
	 * @param number the number, at least 2
	 * @return for example {@code ada-2}
	 */
	public Username numbered(int number) {
		String suffix = "-" + number;
		String name = this.value.endsWith(BOT) ? this.value.substring(0, this.value.length() - BOT.length())
				: this.value;
		int kept = Math.min(name.codePointCount(0, name.length()), MAX_LENGTH - suffix.length());
		return new Username(name.substring(0, name.offsetByCodePoints(0, kept)).strip() + suffix);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
