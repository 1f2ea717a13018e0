package chat.hubbub.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.driver.Driver;

/**
 * A Chromium that can be started: the system's, else the one that Playwright downloads.
 *
 * @param path the executable
 */
record ChromiumBinary(Path path) {

	static final String ADVICE = "The tests of the page need Chromium. Install it, for example with"
			+ " `sudo apt-get install chromium`, or set HUBBUB_CHROMIUM to the executable of one.";

	/** The browser must not contact other servers. */
	static final List<String> QUIET = List.of("--disable-gpu", "--disable-background-networking",
			"--disable-component-update", "--disable-sync", "--no-first-run");

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
			"chromium-headless-shell");

	private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

	static Optional<ChromiumBinary> find() {
		return find(null);
	}

	/**
	 * @param light the executable in place of all others, or {@code null}
	 */
	static Optional<ChromiumBinary> find(String light) {
		String chosen = (light != null) ? light : System.getenv("HUBBUB_CHROMIUM");
		if (chosen != null && !chosen.isBlank()) {
			return Optional.of(Path.of(chosen)).filter(Files::isExecutable).map(ChromiumBinary::new);
		}
		return onPath().or(ChromiumBinary::ofPlaywright);
	}

	private static Optional<ChromiumBinary> onPath() {
		String[] folders = System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator);
		return NAMES.stream()
			.flatMap((name) -> Stream.of(folders).map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst()
			.map(ChromiumBinary::new);
	}

	private static Optional<ChromiumBinary> ofPlaywright() {
		try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD))) {
			Path path = Path.of(playwright.chromium().executablePath());
			return (Files.isExecutable(path) || download()) ? Optional.of(new ChromiumBinary(path)) : Optional.empty();
		}
	}

	/** Playwright by itself would fetch Firefox and WebKit too. */
	private static boolean download() {
		ProcessBuilder installer = Driver.ensureDriverInstalled(Map.of(), false).createProcessBuilder();
		installer.command().addAll(List.of("install", "chromium"));
		try {
			// Surefire talks to this process by its standard output.
			System.err.println("Looking for a Chromium to download for the tests");
			return installer.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
