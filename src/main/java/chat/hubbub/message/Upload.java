package chat.hubbub.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.util.UriUtils;

import chat.hubbub.topic.TopicName;

/**
 * A file that belongs to a message, as its row has it.
 *
 * @param id the id of the upload
 * @param name its name
 * @param type its content type
 * @param size its size in bytes
 * @param width the width of a picture in pixels, or {@code null}
 * @param height the height of a picture in pixels, or {@code null}
 * @param small whether it has a thumbnail
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Upload(String id, String name, String type, long size, @Nullable Integer width, @Nullable Integer height,
		boolean small) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String THUMBNAIL = "thumbnail";

	/** Characters that HTTP servers do not accept in a path, not even encoded. */
	private static final Pattern UNSAFE = Pattern.compile("[%;/\\\\]|^\\.+$");

	/** Reads the files in the row of a message. */
	static List<Upload> ofText(@Nullable String text) {
		return (text != null) ? List.of(JSON.readValue(text, Upload[].class)) : List.of();
	}

	/** The files for the row of a message; {@code null} if there are none. */
	static @Nullable String toText(List<Upload> uploads) {
		return uploads.isEmpty() ? null : JSON.writeValueAsString(uploads);
	}

	static List<String> ids(List<Upload> uploads) {
		return uploads.isEmpty() ? List.of() : uploads.stream().map(Upload::id).toList();
	}

	/** The files as readers of the message see them. */
	static List<Attachment> attachments(List<Upload> uploads, TopicName topic, long seq) {
		if (uploads.isEmpty()) {
			return List.of();
		}
		List<Attachment> attachments = new ArrayList<>(uploads.size());
		for (Upload upload : uploads) {
			String place = "/files/" + topic.value() + "/" + seq + "/" + (attachments.size() + 1) + "/";
			attachments.add(new Attachment(upload.name, upload.type, upload.size, upload.width, upload.height,
					place + upload.pathName(), upload.small ? place + THUMBNAIL : null));
		}
		return attachments;
	}

	/** The name as the last part of a path. */
	private String pathName() {
		String safe = UNSAFE.matcher(this.name).replaceAll("_");
		return safe.equals(THUMBNAIL) ? "_" + safe : UriUtils.encodePathSegment(safe, StandardCharsets.UTF_8);
	}

}
