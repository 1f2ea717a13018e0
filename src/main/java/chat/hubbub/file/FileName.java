package chat.hubbub.file;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The name of an uploaded file, as others see it. */
final class FileName {

	/** As in most file systems. */
	static final int MAX_BYTES = 255;

	private static final int MAX_EXTENSION_BYTES = 20;

	private static final String NO_NAME = "file";

	private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);

	/**
	 * Control characters, line breaks, halves of characters, and marks that turn the
	 * direction of writing: with them, "gpj.exe" looks like "exe.jpg".
	 */
	private static final Pattern UNSEEN = Pattern.compile(
			"[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]");

	private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Zs}]+|[\\s\\p{Zs}.]+$");

	private FileName() {
	}

	/** The name without folders and hidden characters, cut to 255 bytes of UTF-8. */
	static String of(@Nullable String given) {
		String name = (given != null) ? Normalizer.normalize(given, Normalizer.Form.NFC) : "";
		name = UNSEEN.matcher(name).replaceAll("");
		name = FOLDERS.matcher(name).replaceFirst("");
		name = ENDS.matcher(name).replaceAll("");
		return name.isEmpty() ? NO_NAME : cut(name);
	}

	/** Keeps the extension. */
	private static String cut(String name) {
		if (bytes(name) <= MAX_BYTES) {
			return name;
		}
		int dot = name.lastIndexOf('.');
		String extension = (dot > 0) ? name.substring(dot) : "";
		if (bytes(extension) > MAX_EXTENSION_BYTES) {
			extension = "";
		}
		StringBuilder cut = new StringBuilder();
		int left = MAX_BYTES - bytes(extension);
		int at = 0;
		while (at < name.length()) {
			String next = Character.toString(name.codePointAt(at));
			left -= bytes(next);
			if (left < 0) {
				break;
			}
			cut.append(next);
			at += next.length();
		}
		return cut + extension;
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

}
