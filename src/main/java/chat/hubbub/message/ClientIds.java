package chat.hubbub.message;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The messages of client ids during one commit: those of the store, and those that the
 * commit adds. For the thread that writes.
 */
final class ClientIds {

	private final EventRows rows;

	private final Numbering numbering;

	private final Map<ClientId, Optional<Posted>> known = new HashMap<>(0);

	/** The numbers of messages that this commit has added and {@link #known} forgot. */
	private final Map<ClientId, Long> added = new HashMap<>(0);

	private final Map<ClientId, Content> claims = new HashMap<>(0);

	ClientIds(EventRows rows, Numbering numbering) {
		this.rows = rows;
		this.numbering = numbering;
	}

	/** Starts a unit; the claims of the unit before it no longer apply. */
	void beginUnit() {
		this.claims.clear();
	}

	/**
	 * Whether an id may be used for a content: it is unused, or used for the same
	 * content, in the store and in the unit.
	 */
	boolean claim(ClientId id, Content content) throws SQLException {
		Content first = this.claims.get(id);
		if (first == null) {
			first = find(id).map((posted) -> first(posted, content)).orElse(content);
			this.claims.put(id, first);
		}
		return content.equals(first);
	}

	/** Erased contents are unknown, so any counts as the same. */
	private static Content first(Posted posted, Content content) {
		if (posted.deleted()) {
			return content;
		}
		return (posted.present().editedAt() != null) ? posted.content().withText(content.text()) : posted.content();
	}

	/** The message with an id, if any. */
	Optional<Posted> find(ClientId id) throws SQLException {
		Optional<Posted> earlier = this.known.get(id);
		if (earlier == null) {
			earlier = read(id);
			this.known.put(id, earlier);
		}
		return earlier;
	}

	private Optional<Posted> read(ClientId id) throws SQLException {
		Long own = this.added.get(id);
		OptionalLong seq = (own != null) ? OptionalLong.of(own) : this.numbering.find(id);
		return seq.isPresent() ? this.rows.findPresent(id.topic(), seq.getAsLong()) : Optional.empty();
	}

	void put(ClientId id, Posted posted) {
		this.known.put(id, Optional.of(posted));
	}

	/** Reads from the store again, because messages have changed. */
	void forget() {
		this.known.forEach((id, posted) -> posted.ifPresent((stored) -> this.added.put(id, stored.seq())));
		this.known.clear();
	}

}
