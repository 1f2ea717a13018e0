package chat.hubbub.preview;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A text of a page as a preview shows it: one line, limited in bytes. */
final class Caption {

	/** Longer texts are cut before they are cleaned. */
	private static final int MAX_READ = 5_000;

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

	/**
	 * Invisible characters, such as marks that turn the direction of writing, and halves
	 * of characters. Those that join letters and emoji stay.
	 */
	private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cs}\\uFFFE\\uFFFF&&[^\\u200C\\u200D]]");

	private static final String CUT = "…";

	private Caption() {
	}

	/**
	 * Cleans a text.
	 * @param maxBytes the maximum bytes in UTF-8
	 * @return the text; {@code null} if nothing of it can be seen
	 */
	static @Nullable String of(@Nullable String text, int maxBytes) {
		if (text == null) {
			return null;
		}
		String read = text.substring(0, Math.min(MAX_READ, text.length()));
		String clean = BLANKS.matcher(UNSEEN.matcher(read).replaceAll("")).replaceAll(" ").strip();
		String caption = Normalizer.normalize(clean, Normalizer.Form.NFC);
		return caption.isEmpty() ? null : cut(caption, maxBytes);
	}

	private static String cut(String text, int maxBytes) {
		if (bytes(text) <= maxBytes) {
			return text;
		}
		int left = maxBytes - bytes(CUT);
		int end = 0;
		int next = Character.charCount(text.codePointAt(end));
		while (left >= bytes(text.substring(end, end + next))) {
			left -= bytes(text.substring(end, end + next));
			end += next;
			next = Character.charCount(text.codePointAt(end));
		}
		return text.substring(0, end).stripTrailing() + CUT;
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

}
