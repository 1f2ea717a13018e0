package chat.hubbub.mention;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import chat.hubbub.markup.Verbatim;
import chat.hubbub.message.Mention;

/**
 * Finds the mentions in a text. Of several names that begin behind an {@code @}, the
 * longest known one is meant. Takes time in proportion to the text. For one text.
 */
final class Finder {

	/** The maximum number of mentions in a text. */
	static final int MOST = 50;

	/** The maximum number of names of a text that are looked up. */
	static final int LOOKUPS = 500;

	/**
	 * The maximum length of a name as it is written, in {@code char}s; twice the
	 * characters of a name.
	 */
	private static final int LONGEST = 64;

	private final String text;

	private final Function<String, Optional<Mention>> people;

	/** The names that were looked up. */
	private final Map<String, Optional<Mention>> known = new HashMap<>();

	/** The mentions by their persons. */
	private final Map<String, Mention> found = new LinkedHashMap<>();

	/**
	 * A search that has not begun.
	 * @param text the text
	 * @param people finds the person of a name, as it is written
	 */
	Finder(String text, Function<String, Optional<Mention>> people) {
		this.text = text;
		this.people = people;
	}

	/** The mentions in the order of the text, each person once. */
	List<Mention> find() {
		int at = this.text.indexOf('@');
		Verbatim verbatim = (at >= 0) ? Verbatim.of(this.text) : Verbatim.NONE;
		while (at >= 0 && this.found.size() < MOST && this.known.size() < LOOKUPS) {
			int end = (beginsAt(at) && !verbatim.holds(at)) ? endOfName(at + 1) : at + 1;
			at = this.text.indexOf('@', end);
		}
		return List.copyOf(this.found.values());
	}

	/** Whether an {@code @} is not within a word, a path or an address. */
	private boolean beginsAt(int at) {
		int before = at;
		while (before > 0 && (Letters.isJoint(this.text.charAt(before - 1)) || this.text.charAt(before - 1) == '+')) {
			before--;
		}
		if (before == 0) {
			return true;
		}
		int character = this.text.codePointBefore(before);
		return "@/\\".indexOf(character) < 0 && (!Letters.isWord(character) || Letters.isDense(character));
	}

	/** The end of the longest known name, or its start if none is known. */
	private int endOfName(int start) {
		for (int end = endOfNames(start); end > start; end = this.text.offsetByCodePoints(end, -1)) {
			if (this.text.charAt(end - 1) != ' ' && mayEndAt(end)) {
				Mention mention = lookUp(this.text.substring(start, end));
				if (mention != null) {
					this.found.putIfAbsent(mention.person(), mention);
					return end;
				}
			}
		}
		return start;
	}

	/** The end of all that may be one name. */
	private int endOfNames(int start) {
		int end = start;
		while (end < this.text.length() && end - start < LONGEST && mayContain(end)) {
			end += Character.charCount(this.text.codePointAt(end));
		}
		return end;
	}

	private boolean mayContain(int at) {
		int character = this.text.codePointAt(at);
		return isOfName(character)
				|| (character == ' ' && at + 1 < this.text.length() && isOfName(this.text.codePointAt(at + 1)));
	}

	private static boolean isOfName(int character) {
		return Letters.isWord(character) || Letters.isJoint(character);
	}

	/** Whether a name may end here: {@code ada} not in {@code adam} or {@code ada-2}. */
	private boolean mayEndAt(int end) {
		int next = end;
		int bound = Math.min(this.text.length(), end + LONGEST);
		while (next < bound && Letters.isJoint(this.text.charAt(next))) {
			next++;
		}
		if (next >= this.text.length()) {
			return true;
		}
		int character = this.text.codePointAt(next);
		return !Letters.isWord(character) || Letters.isDense(character)
				|| (next == end && Letters.isDense(this.text.codePointBefore(end)));
	}

	private @Nullable Mention lookUp(String written) {
		Optional<Mention> mention = this.known.get(written);
		if (mention == null && this.known.size() < LOOKUPS) {
			mention = this.people.apply(written);
			this.known.put(written, mention);
		}
		return (mention != null) ? mention.orElse(null) : null;
	}

}
