package chat.hubbub.account;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of guests on the other nodes of a cluster. Not for use under the monitor of
 * {@link LocalGuests}, because it may read from the store. Thread-safe.
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
	 * @param guest the name and its holder, who may have it already
	 * @return {@code false} if another guest has one of them on another node
	 */
	default boolean claim(Set<String> looks, GuestName guest) {
		return true;
	}

	/**
	 * A guest has given up a name, so that other nodes may give it away soon. Does not
	 * wait.
	 * @param looks the skeletons of the name
	 * @param holder the guest's browser or connection, as it has claimed the name
	 */
	default void left(Set<String> looks, String holder) {
	}

	/**
	 * A guest has a name on this node from now on, maybe one that another guest or the
	 * same one has just given up. Does not wait.
	 * @param looks the skeletons of the name
	 */
	default void taken(Set<String> looks) {
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
	 * The names of guests on all nodes that have one of some skeletons.
	 * @param looks the skeletons
	 * @return the names as they are shown
	 * @throws org.springframework.dao.DataAccessException if the store cannot be read
	 */
	default List<String> named(Set<String> looks) {
		return List.of();
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
	 * @param looks the name of each skeleton
	 * @param away those of them whose guests have no connection here now; another node
	 * that has the same guest keeps the name
	 * @return those of them that other nodes have given away
	 */
	default Map<String, GuestName> keep(Map<String, GuestName> looks, Set<String> away) {
		return Map.of();
	}

}
