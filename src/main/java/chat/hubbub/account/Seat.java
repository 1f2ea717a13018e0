package chat.hubbub.account;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The name of one online guest. It belongs to {@link LocalGuests} and changes under its
 * monitor.
 */
final class Seat {

	final Set<String> connections = new HashSet<>(2);

	/**
	 * The first holder. The other nodes know the name as this one's, also after the
	 * holder has left its connections alone with it.
	 */
	final String claimant;

	/**
	 * The holder of the name, a browser's session or a connection; {@code null} after it
	 * has left.
	 */
	@Nullable String holder;

	Instant emptySince = Instant.MAX;

	/**
	 * The last number given to a guest who wanted the same name, which saves a search.
	 */
	int lastNumber = 1;

	volatile User user;

	Seat(User user, String holder) {
		this.user = user;
		this.claimant = holder;
		this.holder = holder;
	}

	boolean isHeldBy(@Nullable String somebody) {
		return somebody != null && somebody.equals(this.holder);
	}

}
