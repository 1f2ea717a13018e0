package chat.hubbub.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import chat.hubbub.picture.DamagedPicture;
import chat.hubbub.picture.Facts;
import chat.hubbub.picture.FilmCopy;
import chat.hubbub.picture.PictureType;

/**
 * The kind of an uploaded file, as its bytes have it.
 *
 * @param type the content type
 * @param picture the type of picture, {@code null} for other files
 * @param facts the facts of that picture, otherwise {@code null}
 */
record Inspected(String type, @Nullable PictureType picture, @Nullable Facts facts) {

	/**
	 * Looks at a file, and takes from a picture or a film all that it says besides its
	 * pixels and sounds, such as the place where it was taken.
	 * @throws FileRefused if it is damaged
	 */
	static Inspected of(Incoming incoming) throws IOException {
		String type = ContentType.of(incoming.file());
		Optional<PictureType> picture = PictureType.of(type);
		try {
			if (picture.isEmpty()) {
				if (FilmCopy.suits(type)) {
					incoming.replace((from, to) -> FilmCopy.copy(mapped(from), to));
				}
				return new Inspected(type, null, null);
			}
			Facts facts = incoming.replace((from, to) -> picture.get().copy(mapped(from), to));
			return new Inspected(type, picture.get(), facts);
		}
		catch (DamagedPicture ex) {
			throw FileRefused.damaged();
		}
	}

	/** The file, which takes no heap. */
	private static ByteBuffer mapped(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file)) {
			return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
		}
	}

}
