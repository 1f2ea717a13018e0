package chat.hubbub.message;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the ids of clients stand for, during one commit: what the store has, and what the
 * commit adds. For the thread that writes.
 */
final class ClientIds {

	private final EventRows rows;

	private final Map<ClientId, Optional<Posted>> known = new HashMap<>(0);

	private final Map<ClientId, Content> claims = new HashMap<>(0);

	ClientIds(EventRows rows) {
		this.rows = rows;
	}

	/** The claims of a unit that was granted or refused count no more. */
	void beginUnit() {
		this.claims.clear();
	}

	/**
	 * Whether an id may stand for a content: it stands for the same already, or for
	 * nothing yet, in the store and in the unit.
	 */
	boolean claim(ClientId id, Content content) throws SQLException {
		Content first = this.claims.get(id);
		if (first == null) {
			// What was deleted stands for whatever it said.
			first = find(id).filter((posted) -> !posted.deleted()).map(Posted::content).orElse(content);
			this.claims.put(id, first);
		}
		return content.equals(first);
	}

	/** The message that has an id, or empty if there is none. */
	Optional<Posted> find(ClientId id) throws SQLException {
		Optional<Posted> earlier = this.known.get(id);
		if (earlier == null) {
			earlier = this.rows.find(id);
			this.known.put(id, earlier);
		}
		return earlier;
	}

	void put(ClientId id, Posted posted) {
		this.known.put(id, Optional.of(posted));
	}

	/** Asks the store again: messages look different now. */
	void forget() {
		this.known.clear();
	}

}
