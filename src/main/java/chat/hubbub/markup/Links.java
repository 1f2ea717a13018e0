package chat.hubbub.markup;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The links in a text, as the page shows them. */
public final class Links {

	/** Punctuation that belongs to the sentence around an address. */
	private static final String TRAILING = ".,;:!?'*_~…»”’";

	private static final String OPENING = "([{";

	private static final String CLOSING = ")]}";

	private static final String AFTER_SCHEME = "://";

	private Links() {
	}

	/**
	 * The first link in a text, in time proportional to the text.
	 * @param text the text
	 * @return its address as it stands in the text, of {@code http} or {@code https};
	 * empty if the text has no link outside of code
	 */
	public static Optional<String> first(String text) {
		return text.contains(AFTER_SCHEME) ? Verbatim.of(text).firstAddress() : Optional.empty();
	}

	/**
	 * An address without what follows it.
	 * @param inLink whether it is in the parentheses of a link, which end it
	 * @return the address; {@code null} if nothing is left of it
	 */
	static @Nullable String trimmed(String address, boolean inLink) {
		String trimmed = withoutTrail(inLink ? inParentheses(address) : address);
		return (trimmed.length() > trimmed.indexOf(AFTER_SCHEME) + AFTER_SCHEME.length()
				&& trimmed.contains(AFTER_SCHEME)) ? trimmed : null;
	}

	private static String inParentheses(String address) {
		int open = 0;
		for (int at = 0; at < address.length(); at++) {
			char character = address.charAt(at);
			if (character == ')' && open == 0) {
				return address.substring(0, at);
			}
			open += (character == '(') ? 1 : (character == ')') ? -1 : 0;
		}
		return address;
	}

	/** A closing bracket at the end stays if it was opened within the address. */
	private static String withoutTrail(String address) {
		int[] surplus = new int[CLOSING.length()];
		for (int at = 0; at < address.length(); at++) {
			count(surplus, OPENING.indexOf(address.charAt(at)), -1);
			count(surplus, CLOSING.indexOf(address.charAt(at)), 1);
		}
		int end = address.length();
		while (end > 0 && isTrail(address.charAt(end - 1), surplus)) {
			count(surplus, CLOSING.indexOf(address.charAt(end - 1)), -1);
			end--;
		}
		return address.substring(0, end);
	}

	private static void count(int[] surplus, int bracket, int more) {
		if (bracket >= 0) {
			surplus[bracket] += more;
		}
	}

	private static boolean isTrail(char last, int[] surplus) {
		int bracket = CLOSING.indexOf(last);
		return (bracket >= 0) ? surplus[bracket] > 0 : TRAILING.indexOf(last) >= 0;
	}

}
