package chat.hubbub.moderation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** A time in words. */
final class Until {

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private Until() {
	}

	/**
	 * The time with a blank before it, for the end of a sentence; empty without an end.
	 */
	static String inWords(@Nullable Instant until) {
		// Rounded up, so that the sanction has ended by the displayed minute.
		return (until != null) ? " until " + FORMAT.format(until.plusMillis(59_999)) + " UTC" : "";
	}

}
