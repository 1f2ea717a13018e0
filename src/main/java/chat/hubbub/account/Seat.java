package chat.hubbub.account;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The name of one guest who is online. It belongs to {@link Guests}, under whose monitor
 * it changes.
 */
final class Seat {

	final Set<String> connections = new HashSet<>(2);

	/** Who brought it: a browser's session or a connection; {@code null} once it left. */
	@Nullable String holder;

	Instant emptySince = Instant.MAX;

	/** The last number that somebody got who wanted the same name; it saves a search. */
	int lastNumber = 1;

	volatile User user;

	Seat(User user, String holder) {
		this.user = user;
		this.holder = holder;
	}

	boolean isHeldBy(@Nullable String somebody) {
		return somebody != null && somebody.equals(this.holder);
	}

}
