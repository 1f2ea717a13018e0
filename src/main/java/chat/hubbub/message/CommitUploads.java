package chat.hubbub.message;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import chat.hubbub.refusal.Refusal;

/**
 * The files of the messages of one unit. A file belongs to one message at most. For the
 * thread that writes.
 */
final class CommitUploads {

	private final AttachmentRows rows;

	/** The files that messages of the unit want, by their ids. */
	private final Map<String, Upload> claimed = new HashMap<>(0);

	CommitUploads(AttachmentRows rows) {
		this.rows = rows;
	}

	/** Begins the next unit. */
	void beginUnit() {
		if (!this.claimed.isEmpty()) {
			this.claimed.clear();
		}
	}

	/** Claims the files of a message. */
	Optional<Refusal> objection(Post post) throws SQLException {
		for (String id : post.draft().content().uploads()) {
			if (this.claimed.containsKey(id)) {
				return Optional.of(UploadRefused.taken());
			}
			Upload upload = this.rows.claim(id, post.topic(), post.author()).orElse(null);
			if (upload == null) {
				return Optional
					.of(this.rows.isTaken(id, post.author()) ? UploadRefused.taken() : UploadRefused.unknown());
			}
			this.claimed.put(id, upload);
		}
		return Optional.empty();
	}

	/** The files of a message without objection, in their order. */
	List<Upload> of(Post post) {
		List<String> ids = post.draft().content().uploads();
		if (ids.isEmpty()) {
			return List.of();
		}
		List<Upload> uploads = new ArrayList<>(ids.size());
		for (String id : ids) {
			Upload upload = this.claimed.get(id);
			if (upload == null) {
				throw new IllegalStateException("The file of a message was not claimed");
			}
			uploads.add(upload);
		}
		return uploads;
	}

}
