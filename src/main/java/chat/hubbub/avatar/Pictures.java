package chat.hubbub.avatar;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import chat.hubbub.picture.Encoded;
import chat.hubbub.picture.Orientation;
import chat.hubbub.picture.SmallPicture;
import chat.hubbub.refusal.Refusal;

/**
 * Makes an {@link Avatar} of an uploaded file: its centre, cut to a square, upright and
 * small. The file itself is not kept, nor what it says beside the picture, such as the
 * place where it was taken. To read it takes at most 4 MiB, besides some rows.
 */
final class Pictures {

	private static final int MAX_PIXELS = 25_000_000;

	private static final int MAX_SIDE = 10_000;

	private Pictures() {
	}

	/**
	 * Makes a picture of a file in PNG, JPEG or GIF, of which the first frame counts.
	 * @throws AvatarUnreadable if it has another format or is damaged
	 * @throws AvatarTooLarge if it has too many pixels
	 */
	static Avatar of(byte[] file) {
		try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
			BufferedImage centre = SmallPicture.read(stream, Pictures::centre, Avatar.SIDE);
			Encoded encoded = Encoded.of(SmallPicture.turned(SmallPicture.scaled(centre, Avatar.SIDE, Avatar.SIDE),
					Orientation.turn(file, Avatar.SIDE), Avatar.SIDE, Avatar.SIDE));
			return new Avatar(encoded.type(), encoded.image());
		}
		catch (Refusal ex) {
			throw ex;
		}
		// The readers fail in many ways on damaged files.
		catch (IOException | RuntimeException ex) {
			throw new AvatarUnreadable();
		}
	}

	private static Rectangle centre(int width, int height) {
		if (Math.max(width, height) > MAX_SIDE || (long) width * height > MAX_PIXELS) {
			throw new AvatarTooLarge();
		}
		int side = Math.min(width, height);
		return new Rectangle((width - side) / 2, (height - side) / 2, side, side);
	}

}
