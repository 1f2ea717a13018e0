package chat.hubbub.account;

import java.util.Map;
import java.util.Set;

/**
 * The names of guests on the other nodes of a cluster. Not for use under the monitor of
 * {@link Guests}, because it may read from the store. Thread-safe.
 */
public interface GuestNames {

	/** Those of a single server. */
	GuestNames NO_OTHERS = new GuestNames() {
	};

	/** Whether there may be other nodes. */
	default boolean areShared() {
		return false;
	}

	/**
	 * Claims a name for this node. It is kept while {@link #keep} names it, and for a few
	 * seconds before.
	 * @param looks the skeletons of the name
	 * @param holder the guest's browser or connection, which may have the name already
	 * @return {@code false} if another guest has one of them on another node
	 */
	default boolean claim(Set<String> looks, String holder) {
		return true;
	}

	/**
	 * Whether another guest has a name on another node.
	 * @param looks the skeletons of the name
	 * @param holder the guest who may have it
	 * @return {@code true} if one of them is taken
	 */
	default boolean isTaken(Set<String> looks, String holder) {
		return false;
	}

	/**
	 * The next number for a guest without a name.
	 * @return a number that no node was given before
	 */
	default long nextNumber() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Keeps the names of the guests who are on this node, and releases others.
	 * @param looks the holder of each skeleton
	 * @return the holders that have lost a name to another node
	 */
	default Set<String> keep(Map<String, String> looks) {
		return Set.of();
	}

}
