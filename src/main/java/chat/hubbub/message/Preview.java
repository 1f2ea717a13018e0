package chat.hubbub.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The preview of the first link in a message. At least one of the title, the description
 * and the picture is present.
 *
 * @param url the link as it stands in the text
 * @param title the title of its page, in one line, or {@code null}
 * @param description the description of its page, in one line, or {@code null}
 * @param picture its picture, or {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Preview(String url, @Nullable String title, @Nullable String description, @Nullable Picture picture) {

	/** The maximum number of characters of a link. */
	public static final int MAX_URL = 2_000;

	/** The maximum bytes of a title in UTF-8. */
	public static final int MAX_TITLE_BYTES = 300;

	/** The maximum bytes of a description in UTF-8. */
	public static final int MAX_DESCRIPTION_BYTES = 600;

	private static final JsonMapper JSON = JsonMapper.shared();

	/** The bytes of its other fields as JSON, at most. */
	private static final int FIELD_BYTES = 300;

	/** Reads the preview in the row of a message, which is empty if it was removed. */
	static @Nullable Preview ofText(@Nullable String text) {
		return (text != null && !text.isEmpty()) ? JSON.readValue(text, Preview.class) : null;
	}

	/** The preview for the row of a message. */
	String toText() {
		return JSON.writeValueAsString(this);
	}

	/** The same with a picture. */
	Preview with(Picture other) {
		return new Preview(this.url, this.title, this.description, other);
	}

	/** The length of a preview as JSON in UTF-8, at most. */
	static long jsonBytes(@Nullable Preview preview) {
		return (preview != null)
				? FIELD_BYTES + jsonBytes(preview.url) + jsonBytes(preview.title) + jsonBytes(preview.description) : 0;
	}

	private static long jsonBytes(@Nullable String text) {
		return (text != null) ? PageOfEvents.jsonBytes(text) : 0;
	}

	/**
	 * The picture of a preview, which the server has encoded.
	 *
	 * @param url where readers of the topic get it: a path of this server
	 * @param width its width in pixels
	 * @param height its height in pixels
	 */
	public record Picture(String url, int width, int height) {

	}

}
