package chat.hubbub.account;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * The names that belong to accounts, by what they look like, so that nobody else takes
 * one. In memory, for guests come and go by the thousand. Thread-safe.
 */
@Component
class Names {

	// What is done without a name is written down under this one.
	private static final Set<String> ANONYMOUS = Visitor.of(null).username().looks();

	private final Set<String> looks = ConcurrentHashMap.newKeySet();

	/** Whether nobody without an account may have that name, or one like it. */
	boolean isTaken(Username name) {
		return name.isReserved() || !Collections.disjoint(this.looks, name.looks());
	}

	/**
	 * Keeps a name for an account.
	 * @throws NameTaken if it, or one like it, is another's
	 */
	synchronized void take(Username name) {
		if (isTaken(name) || !Collections.disjoint(ANONYMOUS, name.looks())) {
			throw new NameTaken(name);
		}
		this.looks.addAll(name.looks());
	}

	/** Keeps the name of an account that is there, by whatever rule it was taken. */
	void keep(Username name) {
		this.looks.addAll(name.looks());
	}

	synchronized void free(Username name) {
		this.looks.removeAll(name.looks());
	}

}
