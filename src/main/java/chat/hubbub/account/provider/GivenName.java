package chat.hubbub.account.provider;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.IllFormedName;
import chat.hubbub.account.Spelling;
import chat.hubbub.account.Username;

/** Derives an account name from the data of a provider. */
final class GivenName {

	private static final Pattern FOREIGN = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}_.-]+");

	private static final Pattern STRAY_MARK = Pattern.compile("(^| )\\p{M}+");

	private GivenName() {
	}

	/**
	 * Derives a name from the first usable text.
	 * @param texts texts of the provider, the best first
	 * @return the name, or empty if no text is usable
	 */
	static Optional<Username> of(@Nullable String... texts) {
		return Stream.of(texts).filter(Objects::nonNull).flatMap((text) -> name(text).stream()).findFirst();
	}

	private static Optional<Username> name(String text) {
		String plain = FOREIGN.matcher(Normalizer.normalize(shorten(text, 4 * Username.MAX_LENGTH), Form.NFKC))
			.replaceAll(" ");
		String spelt = STRAY_MARK.matcher(Spelling.allowed(plain)).replaceAll("$1").strip();
		String name = shorten(spelt, Username.MAX_LENGTH).strip();
		try {
			Username given = new Username(name.replaceAll(" {2,}", " "));
			return Spelling.isAllowed(given) ? Optional.of(given) : Optional.empty();
		}
		catch (IllFormedName ex) {
			return Optional.empty();
		}
	}

	private static String shorten(String text, int characters) {
		return (text.codePointCount(0, text.length()) <= characters) ? text
				: text.substring(0, text.offsetByCodePoints(0, characters));
	}

}
