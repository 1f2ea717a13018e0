package chat.hubbub.picture;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;

import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures in WebP small, if they are lossy and have no alpha channel. It takes at
 * most 32 MiB, besides the result and some rows of it.
 */
final class SmallWebp {

	/** The decoder holds half a byte of each pixel. */
	private static final int MAX_PIXELS = 10_000_000;

	/** It holds some rows of blocks: two kilobytes for each pixel of the width. */
	private static final int MAX_SIDE = 8192;

	private static final int MAX_BYTES = 8 * 1024 * 1024;

	private SmallWebp() {
	}

	/**
	 * Reads the first frame of a picture.
	 * @param file the file, which must not change meanwhile
	 * @param side the greatest side of the small picture
	 * @return the picture, with sides of at most four times the given one
	 * @throws IOException if it is no such WebP, is damaged or too large; damaged files
	 * may cause any other exception too
	 */
	static BufferedImage read(ByteBuffer file, int side) throws IOException {
		WebpFrame frame = WebpFrame.of(file);
		int longest = Math.max(frame.width(), frame.height());
		if (longest > MAX_SIDE || frame.width() * frame.height() > MAX_PIXELS
				|| frame.pixels().remaining() > MAX_BYTES) {
			throw new DamagedPicture("A WebP that is too large");
		}
		ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
		try (ByteArrayImageInputStream stream = new ByteArrayImageInputStream(frame.file())) {
			reader.setInput(stream, true, true);
			// Other steps do not fit into the blocks of 16 pixels, which would be seen.
			int step = Integer.highestOneBit(Math.max(1, longest / (2 * side)));
			ImageReadParam needed = reader.getDefaultReadParam();
			needed.setSourceSubsampling(Math.min(step, frame.width()), Math.min(step, frame.height()), 0, 0);
			return inColours(reader.read(0, needed), frame.profile());
		}
		finally {
			reader.dispose();
		}
	}

	/** The decoder does not see the profile. */
	private static BufferedImage inColours(BufferedImage picture, @Nullable ByteBuffer profile) {
		if (profile == null) {
			return picture;
		}
		byte[] bytes = new byte[profile.remaining()];
		profile.duplicate().get(bytes);
		ICC_ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(bytes));
		if (space.getType() != ColorSpace.TYPE_RGB || space.isCS_sRGB()) {
			return picture;
		}
		ColorModel model = new ComponentColorModel(space, false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
		BufferedImage meant = new BufferedImage(model, picture.getRaster(), false, null);
		return new ColorConvertOp(null).filter(meant,
				new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB));
	}

}
