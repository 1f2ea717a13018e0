package chat.hubbub.icon;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of an icon, or of the address of one. */
@SuppressWarnings("serial")
final class IconRefused extends Refusal {

	private static final Duration SOON = Duration.ofSeconds(2);

	private IconRefused(Kind kind, String code, Phrase sentence, @Nullable Duration retryAfter) {
		super(kind, code, sentence, retryAfter);
	}

	/** No picture that the server can read. */
	static IconRefused unreadable() {
		return new IconRefused(Kind.INVALID, "icon.unreadable", Phrase.of("avatar.unreadable"), null);
	}

	/** Too many pixels. */
	static IconRefused tooLarge() {
		return new IconRefused(Kind.INVALID, "icon.too-large", Phrase.of("avatar.too-large"), null);
	}

	/** Enough others wait. */
	static IconRefused busy() {
		return new IconRefused(Kind.UNAVAILABLE, "icon.busy", Phrase.of("avatar.busy"), SOON);
	}

	static IconRefused unknown() {
		return new IconRefused(Kind.NOT_FOUND, "icon.unknown", Phrase.of("avatar.unknown"), null);
	}

}
