package chat.hubbub.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an upload.
 *
 * @param id its id, which a message may name
 * @param name the name of the file
 * @param size its size in bytes, which may be less than what was sent
 * @param type its content type
 * @param width the width of a picture in pixels, or {@code null}
 * @param height the height of a picture in pixels, or {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Uploaded(String id, String name, long size, String type, @Nullable Integer width, @Nullable Integer height) {

	static Uploaded of(String id, String name, StoredFile file) {
		return new Uploaded(id, name, file.size(), file.type(), file.width(), file.height());
	}

}
