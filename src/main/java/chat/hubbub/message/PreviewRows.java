package chat.hubbub.message;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import chat.hubbub.topic.TopicName;

/**
 * The previews in the rows of messages. One that was removed leaves an empty text, so
 * that it does not come again as long as the link stays. Writing is for one thread,
 * during a commit.
 */
final class PreviewRows {

	/** The column of a message. */
	static final String COLUMN = "preview";

	private static final String PUT = "update message set preview = ? where id = ?";

	private static final String REMOVED = "";

	private final WriteConnection writes;

	private final AttachmentRows attachments;

	PreviewRows(WriteConnection writes, AttachmentRows attachments) {
		this.writes = writes;
		this.attachments = attachments;
	}

	/** Gives a message a preview. */
	void put(Stored stored, Preview preview) throws SQLException {
		put(stored, preview.toText());
	}

	/** Takes the picture of a preview that was kept for a message, if it is there. */
	boolean attach(Stored stored, String upload) throws SQLException {
		return this.attachments.attachPreview(stored.id(), upload);
	}

	/** Removes the preview of a message for as long as its first link stays. */
	void remove(Stored stored) throws SQLException {
		put(stored, REMOVED);
		release(stored);
	}

	/** Forgets the preview of a former link. */
	void forget(Stored stored) throws SQLException {
		put(stored, (String) null);
		release(stored);
	}

	private void put(Stored stored, @Nullable String text) throws SQLException {
		PreparedStatement statement = this.writes.prepare(PUT);
		statement.setString(1, text);
		statement.setLong(2, stored.id());
		statement.executeUpdate();
	}

	private void release(Stored stored) throws SQLException {
		Preview former = stored.message().present().preview();
		if (former != null && former.picture() != null) {
			this.attachments.releasePreview(stored.id());
		}
	}

	/** Whether the first link of a message has a preview, or had one. */
	static boolean isPreviewed(ResultSet row) throws SQLException {
		return row.getString(COLUMN) != null;
	}

	/** The event of a row. */
	static Previewed previewed(ResultSet row) throws SQLException {
		String actor = row.getString("actor");
		return new Previewed(new TopicName(row.getString("topic")), row.getLong("number"), row.getLong("seq"),
				(actor != null) ? actor : row.getString("sender"), Instant.ofEpochMilli(row.getLong("happened_at")),
				Preview.ofText(row.getString(COLUMN)));
	}

}
