package chat.hubbub.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A file of a message, as readers see it.
 *
 * @param name its name, without folders and control characters
 * @param type its content type, which its bytes decide
 * @param size its size in bytes
 * @param width the width of a picture in pixels, or {@code null}
 * @param height the height of a picture in pixels, or {@code null}
 * @param url where readers of the topic get it: a path of this server
 * @param thumbnail where they get a small form of a picture, or {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attachment(String name, String type, long size, @Nullable Integer width, @Nullable Integer height,
		String url, @Nullable String thumbnail) {

	/** The bytes of its other fields as JSON, at most. */
	private static final int FIELD_BYTES = 400;

	/** The length as JSON in UTF-8, at most. */
	long jsonBytes() {
		return FIELD_BYTES + PageOfEvents.jsonBytes(this.name) + this.url.length();
	}

}
