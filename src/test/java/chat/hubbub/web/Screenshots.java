package chat.hubbub.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import chat.hubbub.fixture.FakeClock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Photographs every view for the documentation, at a desk and on a phone, light and dark:
 * {@code ./mvnw test -Dtest=Screenshots}. It is no test; its name keeps it out of a
 * build.
 */
class Screenshots {

	static final Path FOLDER = Path.of("docs", "screenshots");

	private static final FakeClock clock = new FakeClock();

	@RegisterExtension
	static final PageServer server = new PageServer(clock, "--hubbub.limits.enabled=false");

	@Test
	void takesThemAll() throws IOException {
		Files.createDirectories(FOLDER);
		try (Stream<Path> old = Files.list(FOLDER)) {
			for (Path file : old.filter((path) -> path.toString().endsWith(".webp")).toList()) {
				Files.delete(file);
			}
		}
		Cast cast = new Cast(server, clock);
		cast.enter();
		Page converter = server.browser().newPage();
		Look.all().forEach((look) -> {
			Stage stage = cast.stage(look);
			View.of(look).forEach((view) -> view.show(stage, () -> take(stage, view, converter)));
		});
		converter.close();
	}

	static String nameOf(View view, Look look) {
		return view + "-" + look + ".webp";
	}

	private static void take(Stage stage, View view, Page converter) {
		byte[] png = stage.page().screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));
		// The README begins with the chat.
		byte[] small = webp(png, (view == View.CHAT) ? 0.8 : 0.15, converter);
		try {
			Files.write(FOLDER.resolve(nameOf(view, stage.look())), small);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The browser can write it. A PNG is several times as large. */
	private static byte[] webp(byte[] png, double quality, Page converter) {
		return Base64.getDecoder().decode((String) converter.evaluate("""
				async ([png, quality]) => {
					const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
					const canvas = new OffscreenCanvas(picture.width, picture.height);
					canvas.getContext('2d').drawImage(picture, 0, 0);
					const bytes = await (await canvas.convertToBlob({ type: 'image/webp', quality })).arrayBuffer();
					return btoa(Array.from(new Uint8Array(bytes), byte => String.fromCharCode(byte)).join(''));
				}""", List.of(Base64.getEncoder().encodeToString(png), quality)));
	}

}
