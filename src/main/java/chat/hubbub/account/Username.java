package chat.hubbub.account;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name that a person chats under: 1 to 32 characters (code points), letters of any
 * script with their marks, digits, {@code -}, {@code _}, {@code .} and inner spaces,
 * normalised to NFKC. Names that people take now follow {@link Spelling} too.
 *
 * @param value the name as it is shown
 */
public record Username(String value) {

	/** The greatest number of characters in a name. */
	public static final int MAX_LENGTH = 32;

	// A name as typed may shrink when normalised, but not from just any length.
	private static final int MAX_TYPED_LENGTH = 256;

	private static final Pattern WELL_FORMED = Pattern
		.compile("[\\p{L}\\p{Nd}_.-][\\p{L}\\p{M}\\p{Nd}_.-]*( [\\p{L}\\p{Nd}_.-][\\p{L}\\p{M}\\p{Nd}_.-]*)*");

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
	 * What two names that differ only in case have in common.
	 * @return the name without its case
	 */
	public String key() {
		return Normalizer.normalize(this.value.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Form.NFKC);
	}

	/**
	 * What names that can be mistaken for each other have in common: at least one of
	 * these.
	 */
	Set<String> looks() {
		return Looks.of(this);
	}

	/** Whether the two are the same person's, in other letters at most. */
	boolean isLike(Username other) {
		return key().equals(other.key());
	}

	/** Whether nobody may take this name: those of deleted accounts look like it. */
	boolean isReserved() {
		return Looks.reserved(this);
	}

	/**
	 * This name with a number behind it, shortened where both do not fit.
	 * @param number the number, from 2 up
	 * @return for example {@code ada-2}
	 */
	Username numbered(int number) {
		String suffix = "-" + number;
		int length = this.value.codePointCount(0, this.value.length());
		int kept = Math.min(length, MAX_LENGTH - suffix.length());
		return new Username(this.value.substring(0, this.value.offsetByCodePoints(0, kept)).strip() + suffix);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
