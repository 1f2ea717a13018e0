package chat.hubbub.icon;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;

import chat.hubbub.picture.SmallPicture;

/** The forms of the icon, each a square in PNG for one purpose. */
enum IconForm {

	/** In the tab of a browser. */
	TAB("32", 32),

	/** The same while there is something new: with a dot. */
	NEWS("32-new", 32),

	/** On the home screen of a phone of Apple. */
	TOUCH("180", 180),

	/** In the page, and of an app. */
	MEDIUM("192", 192),

	/** Of an app. */
	LARGE("512", 512),

	/** Of an app, where the system cuts the edge off: W3C, Manifest, Icon masks. */
	MASKABLE("512-maskable", 512);

	/** The side of the largest form. */
	static final int LARGEST = 512;

	private static final Color DOT = new Color(0xD92D20);

	/** The part of a maskable icon that every system shows, with a little room. */
	private static final double SAFE = 0.75;

	private final String key;

	private final int side;

	IconForm(String key, int side) {
		this.key = key;
		this.side = side;
	}

	/** The word for it in addresses and in the store. */
	String key() {
		return this.key;
	}

	/** The form of a word, if there is one. */
	static Optional<IconForm> of(String key) {
		return Arrays.stream(values()).filter((form) -> form.key.equals(key)).findFirst();
	}

	/** Draws the form of a square picture. */
	BufferedImage of(BufferedImage square) {
		return switch (this) {
			case NEWS -> dotted(SmallPicture.scaled(square, this.side, this.side));
			case MASKABLE -> framed(square);
			default -> SmallPicture.scaled(square, this.side, this.side);
		};
	}

	private static BufferedImage dotted(BufferedImage icon) {
		int dot = icon.getWidth() * 2 / 5;
		int left = icon.getWidth() - dot - 1;
		Graphics2D graphics = smooth(icon);
		graphics.setColor(Color.WHITE);
		graphics.fillOval(left - 1, 0, dot + 2, dot + 2);
		graphics.setColor(DOT);
		graphics.fillOval(left, 1, dot, dot);
		graphics.dispose();
		return icon;
	}

	private BufferedImage framed(BufferedImage square) {
		int inner = (int) (this.side * SAFE);
		int edge = (this.side - inner) / 2;
		BufferedImage framed = new BufferedImage(this.side, this.side, BufferedImage.TYPE_INT_ARGB);
		Graphics2D graphics = smooth(framed);
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, this.side, this.side);
		graphics.drawImage(SmallPicture.scaled(square, inner, inner), edge, edge, null);
		graphics.dispose();
		return framed;
	}

	private static Graphics2D smooth(BufferedImage image) {
		Graphics2D graphics = image.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		return graphics;
	}

}
