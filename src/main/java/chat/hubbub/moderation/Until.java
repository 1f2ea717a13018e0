package chat.hubbub.moderation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** A moment in words. */
final class Until {

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private Until() {
	}

	/**
	 * For the end of a sentence, with a blank before it; empty for a time without end.
	 */
	static String inWords(@Nullable Instant until) {
		// Rounded up: a minute later is true, a minute earlier is not.
		return (until != null) ? " until " + FORMAT.format(until.plusMillis(59_999)) + " UTC" : "";
	}

}
