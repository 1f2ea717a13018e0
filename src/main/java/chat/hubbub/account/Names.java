package chat.hubbub.account;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * The names of accounts by their skeletons, so that no one else takes one that looks like
 * them. Kept in memory, because thousands of guests come and go. Thread-safe.
 */
@Component
public class Names {

	// The name that stands for a visitor without a name.
	private static final Set<String> ANONYMOUS = Visitor.of(null).username().looks();

	/** The owner of a name whose account is being stored. */
	private static final long PENDING = 0;

	/** Each skeleton, and the number of its account. */
	private final Map<String, Long> looks = new ConcurrentHashMap<>();

	/** Whether the name is reserved, or an account has it or one that looks like it. */
	boolean isTaken(Username name) {
		return name.isReserved() || !Collections.disjoint(this.looks.keySet(), name.looks());
	}

	/**
	 * Reserves a name for an account that is about to be stored.
	 * @throws NameTaken if another account has it or one that looks like it
	 */
	synchronized void take(Username name) {
		if (isTaken(name) || !Collections.disjoint(ANONYMOUS, name.looks())) {
			throw new NameTaken(name);
		}
		keep(name, PENDING);
	}

	/** Releases a name that was reserved for an account that could not be stored. */
	synchronized void free(Username name) {
		free(name, PENDING);
	}

	/** Reserves the name of a stored account, even if it breaks present rules. */
	synchronized void keep(Username name, long account) {
		name.looks().forEach((look) -> this.looks.put(look, account));
	}

	/** Releases the name of an account, unless another account has it by now. */
	synchronized void free(Username name, long account) {
		name.looks().forEach((look) -> this.looks.remove(look, account));
	}

}
