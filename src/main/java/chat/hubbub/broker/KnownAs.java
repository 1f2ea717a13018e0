package chat.hubbub.broker;

import java.util.Set;

/**
 * The names that find a connection. Several connections may share one.
 *
 * @param names a few short names; copied
 */
public record KnownAs(Set<String> names) {

	/** The session attribute that holds them; to be set before CONNECT is answered. */
	public static final String ATTRIBUTE = "hubbub.known-as";

	/** Copies the set. */
	public KnownAs {
		names = Set.copyOf(names);
	}

}
