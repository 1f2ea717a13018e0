package chat.hubbub.message;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;
import chat.hubbub.topic.TopicName;

/**
 * The rows of uploaded files, which become files of messages. A row that goes leaves a
 * note, so that the bytes go after its commit. Writing is for one thread, during a
 * commit.
 */
final class AttachmentRows {

	/** Changes nothing but locks the row until the commit, so that it cannot go. */
	private static final String CLAIM = """
			update attachment set place = 0 where id = ? and topic = ? and owner = ? and message is null""";

	private static final String READ = """
			select a.name, f.type, f.size, f.width, f.height, f.thumbnail
			from attachment a join stored_file f on f.name = a.file where a.id = ?""";

	private static final String TAKEN = "select 1 from attachment where id = ? and owner = ? and message is not null";

	private static final String ATTACH = "update attachment set message = ?, place = ? where id = ?";

	private static final String RELEASE = """
			insert into released_file (id, file) select id, file from attachment where message = ?""";

	private static final String ERASE = "delete from attachment where message = ?";

	private static final String ATTACH_PREVIEW = """
			update attachment set message = ?, place = 0 where id = ? and owner = '""" + UploadOwner.PREVIEWS
			+ "' and message is null";

	/** Only the picture of a preview has this place. */
	private static final String PREVIEW = " and place = 0";

	private final WriteConnection writes;

	/** Whether rows wait to be written. */
	private boolean added;

	AttachmentRows(WriteConnection writes) {
		this.writes = writes;
	}

	/** A file that its owner may send to a topic, if it belongs to no message yet. */
	Optional<Upload> claim(String id, TopicName topic, User owner) throws SQLException {
		PreparedStatement claim = this.writes.prepare(CLAIM);
		claim.setString(1, id);
		claim.setString(2, topic.value());
		claim.setString(3, UploadOwner.of(owner));
		return (claim.executeUpdate() > 0) ? read(id) : Optional.empty();
	}

	private Optional<Upload> read(String id) throws SQLException {
		PreparedStatement statement = this.writes.prepare(READ);
		statement.setString(1, id);
		try (ResultSet row = statement.executeQuery()) {
			return row.next() ? Optional.of(upload(id, row)) : Optional.empty();
		}
	}

	private static Upload upload(String id, ResultSet row) throws SQLException {
		return new Upload(id, row.getString("name"), row.getString("type"), row.getLong("size"), number(row, "width"),
				number(row, "height"), row.getString("thumbnail") != null);
	}

	private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
		int number = row.getInt(column);
		return row.wasNull() ? null : number;
	}

	/** Whether a file of its owner belongs to a message already. */
	boolean isTaken(String id, User owner) throws SQLException {
		PreparedStatement statement = this.writes.prepare(TAKEN);
		statement.setString(1, id);
		statement.setString(2, UploadOwner.of(owner));
		try (ResultSet rows = statement.executeQuery()) {
			return rows.next();
		}
	}

	/** Gives files to a message. */
	void attach(long message, List<Upload> uploads) throws SQLException {
		int place = 0;
		for (Upload upload : uploads) {
			PreparedStatement attach = this.writes.prepare(ATTACH);
			attach.setLong(1, message);
			attach.setInt(2, ++place);
			attach.setString(3, upload.id());
			attach.addBatch();
			this.added = true;
		}
	}

	/** Writes the rows that were added. */
	void flush() throws SQLException {
		if (this.added) {
			this.added = false;
			this.writes.prepare(ATTACH).executeBatch();
		}
	}

	/**
	 * Gives a message the picture of its preview.
	 * @return whether there is such a picture
	 */
	boolean attachPreview(long message, String upload) throws SQLException {
		PreparedStatement attach = this.writes.prepare(ATTACH_PREVIEW);
		attach.setLong(1, message);
		attach.setString(2, upload);
		return attach.executeUpdate() > 0;
	}

	/** Takes the picture of its preview from a message. */
	void releasePreview(long message) throws SQLException {
		release(message, RELEASE + PREVIEW, ERASE + PREVIEW);
	}

	/** Takes its files from a message, with the picture of its preview. */
	void release(long message) throws SQLException {
		release(message, RELEASE, ERASE);
	}

	private void release(long message, String... statements) throws SQLException {
		for (String sql : statements) {
			PreparedStatement statement = this.writes.prepare(sql);
			statement.setLong(1, message);
			statement.executeUpdate();
		}
	}

	/** Drops unwritten rows. */
	void forget() {
		this.added = false;
	}

}
