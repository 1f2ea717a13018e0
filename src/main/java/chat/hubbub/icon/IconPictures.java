package chat.hubbub.icon;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import chat.hubbub.picture.Encoded;
import chat.hubbub.picture.Orientation;
import chat.hubbub.picture.SmallPicture;
import chat.hubbub.refusal.Refusal;

/**
 * Makes the forms of the icon of an uploaded file: its centre, cut to a square and
 * upright. Nothing else of the file is kept. To read it takes at most 16 MiB, besides
 * some rows.
 */
final class IconPictures {

	private static final int MAX_PIXELS = 25_000_000;

	private static final int MAX_SIDE = 10_000;

	private IconPictures() {
	}

	/**
	 * Makes all forms of a file in PNG, JPEG or GIF, of which the first frame counts.
	 * @throws IconRefused if it has another format, is damaged or has too many pixels
	 */
	static Map<IconForm, byte[]> of(byte[] file) {
		try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
			int side = IconForm.LARGEST;
			BufferedImage centre = SmallPicture.scaled(SmallPicture.read(stream, IconPictures::centre, side), side,
					side);
			AffineTransform turn = Orientation.turn(file, side);
			BufferedImage upright = SmallPicture.turned(centre, turn, side, side);
			Map<IconForm, byte[]> forms = new EnumMap<>(IconForm.class);
			for (IconForm form : IconForm.values()) {
				forms.put(form, Encoded.png(form.of(upright)));
			}
			return forms;
		}
		catch (Refusal ex) {
			throw ex;
		}
		// The readers fail in many ways on damaged files.
		catch (IOException | RuntimeException ex) {
			throw IconRefused.unreadable();
		}
	}

	private static Rectangle centre(int width, int height) {
		if (Math.max(width, height) > MAX_SIDE || (long) width * height > MAX_PIXELS) {
			throw IconRefused.tooLarge();
		}
		int side = Math.min(width, height);
		return new Rectangle((width - side) / 2, (height - side) / 2, side, side);
	}

}
