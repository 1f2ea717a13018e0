package chat.hubbub.web;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import com.microsoft.playwright.options.FilePayload;

/** Files that people choose. */
final class TestFiles {

	private TestFiles() {
	}

	/** A picture with a colour of its own. */
	static FilePayload picture(String name, int width, int height, Color colour) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		graphics.setPaint(new GradientPaint(0, 0, colour, width, height, colour.darker().darker()));
		graphics.fillRect(0, 0, width, height);
		graphics.dispose();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(picture, "png", bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new FilePayload(name, "image/png", bytes.toByteArray());
	}

	/** A second of silence. */
	static FilePayload sound(String name) {
		AudioFormat format = new AudioFormat(8_000, 8, 1, true, false);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (AudioInputStream silence = new AudioInputStream(new ByteArrayInputStream(new byte[8_000]), format,
				8_000)) {
			AudioSystem.write(silence, AudioFileFormat.Type.WAVE, bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new FilePayload(name, "audio/wav", bytes.toByteArray());
	}

	static FilePayload text(String name, String content) {
		return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
	}

	/** A file that takes its time. */
	static FilePayload large(String name, int bytes) {
		return new FilePayload(name, "application/octet-stream", new byte[bytes]);
	}

}
