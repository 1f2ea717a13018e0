package chat.hubbub.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.wire.CustomHeaders;
import chat.hubbub.topic.TopicName;

/** Reads an event from a row, with the present state of its message. */
final class EventRow {

	private static final String POSTED = "posted";

	private static final String DELETED = "deleted";

	private static final String EDITED = "edited";

	private static final String REACTED = "reacted";

	private static final String PREVIEWED = "previewed";

	/**
	 * Selects the columns that {@link #entry} reads; a condition follows.
	 */
	static final String SELECT = """
			select event.kind, event.seq as number, event.sender as actor, event.sent_at as happened_at,
			message.id as message_id, message.topic, message.seq, message.client_id, message.sender, message.text,
			message.headers, message.sent_at, message.edited_at, message.deleted, message.replies, message.attachments,
			message.preview, removal.sender as deleted_by, original.id as original_id, original.seq as original_seq,
			original.sender as original_sender, substr(original.text, 1, 1000) as original_text,
			original.deleted as original_deleted, original.replies as original_replies,
			original.attachments as original_attachments,
			coalesce(event.login, message.login) as author
			from event join message on message.id = event.message
			left join event removal on removal.topic = message.topic and removal.seq = message.deletion
			left join message original on original.id = message.reply
			""";

	private EventRow() {
	}

	/** The event of a row with its author. */
	static LogEntry entry(ResultSet row) throws SQLException {
		return new LogEntry(event(row), row.getString("author"));
	}

	/** The event of a row; it has the present text of its message. */
	private static Event event(ResultSet row) throws SQLException {
		String kind = row.getString("kind");
		return switch (kind) {
			case POSTED -> posted(row);
			case EDITED -> edited(row);
			case DELETED ->
				new Deleted(new TopicName(row.getString("topic")), row.getLong("number"), row.getLong("seq"),
						row.getString("actor"), Instant.ofEpochMilli(row.getLong("happened_at")), quote(row));
			case REACTED -> new Reacted(new TopicName(row.getString("topic")), row.getLong("number"),
					row.getLong("seq"), row.getString("actor"), Instant.ofEpochMilli(row.getLong("happened_at")));
			case PREVIEWED -> PreviewRows.previewed(row);
			default -> throw new IllegalStateException("There is no kind of event " + kind);
		};
	}

	private static Edited edited(ResultSet row) throws SQLException {
		Instant happenedAt = Instant.ofEpochMilli(row.getLong("happened_at"));
		Present present = present(row);
		return new Edited(new TopicName(row.getString("topic")), row.getLong("number"), row.getLong("seq"),
				row.getString("actor"), row.getString("text"), happenedAt,
				(present.editedAt() != null) ? present.editedAt() : happenedAt, present.deleted())
			.withPreview(present.preview());
	}

	private static Posted posted(ResultSet row) throws SQLException {
		TopicName topic = new TopicName(row.getString("topic"));
		long seq = row.getLong("seq");
		List<Upload> uploads = Upload.ofText(row.getString("attachments"));
		Present present = present(row).with(Upload.attachments(uploads, topic, seq));
		Quote quote = present.deleted() ? null : quote(row);
		return new Posted(topic, seq, Posted.id(row.getString("client_id"), topic, seq), row.getString("sender"),
				new Content(row.getString("text"), (quote != null) ? quote.seq() : null, Upload.ids(uploads)),
				Instant.ofEpochMilli(row.getLong("sent_at")), CustomHeaders.ofText(row.getString("headers")), quote,
				present);
	}

	private static Present present(ResultSet row) throws SQLException {
		int replies = row.getInt("replies");
		if (row.getBoolean("deleted")) {
			return Present.deleted(row.getString("deleted_by"), replies);
		}
		Present present = Present.UNCHANGED.replied(replies)
			.withPreview(Preview.ofText(row.getString(PreviewRows.COLUMN)));
		long editedAt = row.getLong("edited_at");
		return row.wasNull() ? present : present.edited(Instant.ofEpochMilli(editedAt));
	}

	private static @Nullable Quote quote(ResultSet row) throws SQLException {
		long seq = row.getLong("original_seq");
		return row.wasNull() ? null
				: Quote.of(seq, row.getString("original_sender"), row.getString("original_text"),
						row.getBoolean("original_deleted"), row.getInt("original_replies"),
						Upload.ofText(row.getString("original_attachments")).stream().map(Upload::name).findFirst());
	}

	/** The message of a row. */
	static Stored stored(ResultSet row) throws SQLException {
		long id = row.getLong("message_id");
		long original = row.getLong("original_id");
		return new Stored(id, row.wasNull() ? null : original, posted(row), PreviewRows.isPreviewed(row));
	}

}
