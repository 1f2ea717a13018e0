package chat.hubbub.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Stream;

/** The types of pictures whose files can be copied without what they say besides. */
public enum PictureType {

	/** JPEG. */
	JPEG("image/jpeg"),

	/** PNG. */
	PNG("image/png"),

	/** GIF. */
	GIF("image/gif"),

	/** WebP. */
	WEBP("image/webp");

	private final String type;

	PictureType(String type) {
		this.type = type;
	}

	/**
	 * The type with a name.
	 * @param type a content type
	 * @return the type of picture, if it is one of these
	 */
	public static Optional<PictureType> of(String type) {
		return Stream.of(values()).filter((each) -> each.type.equals(type)).findFirst();
	}

	/**
	 * Copies a file without the place where the picture was taken, and without all else
	 * that is not needed to show it. The pixels stay as they are.
	 * @param file the file, of this type
	 * @param target gets the copy
	 * @return the facts of the copy
	 * @throws DamagedPicture if the file is damaged; the target has part of the copy
	 * @throws IOException if the target fails
	 */
	public Facts copy(ByteBuffer file, OutputStream target) throws IOException {
		return switch (this) {
			case JPEG -> JpegCopy.copy(file, target);
			case PNG -> PngCopy.copy(file, target);
			case GIF -> GifCopy.copy(file, target);
			case WEBP -> WebpCopy.copy(file, target);
		};
	}

}
