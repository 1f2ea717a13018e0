package chat.hubbub.web;

import java.util.Locale;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/**
 * The browser and the colours in which somebody sees the page.
 *
 * @param width of the window
 * @param height of the window
 * @param scheme the colours
 * @param touch whether a finger is used in place of a mouse
 */
record Look(int width, int height, ColorScheme scheme, boolean touch) {

	static final Look DESK = new Look(Person.WIDE, 900, ColorScheme.LIGHT, false);

	static final Look PHONE = new Look(Person.NARROW, 740, ColorScheme.LIGHT, true);

	/** Both themes, at a desk and on a phone. */
	static Stream<Look> all() {
		return Stream.of(DESK, DESK.dark(), PHONE, PHONE.dark());
	}

	private Look dark() {
		return new Look(this.width, this.height, ColorScheme.DARK, this.touch);
	}

	/** Whether the side bar has to be opened. */
	boolean isNarrow() {
		return this.width <= 760;
	}

	boolean isDark() {
		return this.scheme == ColorScheme.DARK;
	}

	Browser.NewContextOptions options() {
		return new Browser.NewContextOptions().setViewportSize(this.width, this.height)
			.setColorScheme(this.scheme)
			.setHasTouch(this.touch)
			.setIsMobile(this.touch)
			.setLocale("en-GB")
			.setTimezoneId("UTC");
	}

	/** A part of the names of files: {@code wide-light}. */
	@Override
	public String toString() {
		return (isNarrow() ? "narrow-" : "wide-") + this.scheme.name().toLowerCase(Locale.ROOT);
	}

}
