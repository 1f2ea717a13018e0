package chat.hubbub.broker;

import java.util.Set;

/**
 * The names by which a connection is found. Several connections may share a name.
 *
 * @param names a few short names; copied
 */
public record KnownAs(Set<String> names) {

	/**
	 * The attribute of a connection with these names; it must be set before CONNECT is
	 * answered.
	 */
	public static final String ATTRIBUTE = "hubbub.known-as";

	/** Copies the set. */
	public KnownAs {
		names = Set.copyOf(names);
	}

}
