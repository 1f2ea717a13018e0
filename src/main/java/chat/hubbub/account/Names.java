package chat.hubbub.account;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * The names that belong to accounts, by what they look like, so that nobody else takes
 * one. In memory, because guests come and go by the thousand. Thread-safe.
 */
@Component
class Names {

	// What is done without a name is written down under this one.
	private static final Set<String> ANONYMOUS = Visitor.of(null).username().looks();

	/** The owner of a name whose account is being stored. */
	private static final long PENDING = 0;

	/** Each look, and the number of the account that owns it. */
	private final Map<String, Long> looks = new ConcurrentHashMap<>();

	/** Whether nobody without an account may have that name, or one like it. */
	boolean isTaken(Username name) {
		return name.isReserved() || !Collections.disjoint(this.looks.keySet(), name.looks());
	}

	/**
	 * Keeps a name for an account that is about to be stored.
	 * @throws NameTaken if it, or one like it, is another's
	 */
	synchronized void take(Username name) {
		if (isTaken(name) || !Collections.disjoint(ANONYMOUS, name.looks())) {
			throw new NameTaken(name);
		}
		keep(name, PENDING);
	}

	/** Gives back a name that was taken for an account that could not be stored. */
	synchronized void free(Username name) {
		free(name, PENDING);
	}

	/** Keeps the name of an account that is stored, by whatever rule it was taken. */
	synchronized void keep(Username name, long account) {
		name.looks().forEach((look) -> this.looks.put(look, account));
	}

	/** Gives back the name of an account, unless it is another's by now. */
	synchronized void free(Username name, long account) {
		name.looks().forEach((look) -> this.looks.remove(look, account));
	}

}
