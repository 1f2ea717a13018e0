package chat.hubbub.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** Runs the specs of {@code frontend/test} in a browser, each as a test of its own. */
@ExtendWith(Chromium.class)
class ModelTests {

	private static final int FEWEST_SPECS = 100;

	private static final Path SPECS = Path.of("frontend/test");

	private final Browser browser;

	ModelTests(Browser browser) {
		this.browser = browser;
	}

	@Test
	void runsAllSpecs() throws IOException {
		String run = Files.readString(SPECS.resolve("run.js"));
		try (Stream<Path> files = Files.list(SPECS)) {
			List<String> names = files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".spec.js"))
				.map((name) -> "'" + name.replace(".spec.js", "") + "'")
				.toList();
			assertThat(names).isNotEmpty().allSatisfy((name) -> assertThat(run).contains(name));
		}
	}

	@TestFactory
	Stream<DynamicTest> specs() throws IOException {
		List<Map<String, Object>> specs = run();
		assertThat(specs).as("specs that ran").hasSizeGreaterThan(FEWEST_SPECS);
		return specs.stream().map((spec) -> DynamicTest.dynamicTest((String) spec.get("name"), () -> verify(spec)));
	}

	@SuppressWarnings("unchecked")
	private List<Map<String, Object>> run() throws IOException {
		List<String> errors = new ArrayList<>();
		try (ClasspathServer server = new ClasspathServer(); Page page = this.browser.newPage()) {
			page.onPageError(errors::add);
			page.onConsoleMessage((message) -> errors.add(message.text()));
			page.navigate(server.address("/test/index.html"));
			page.waitForFunction("() => window.specs");
			return (List<Map<String, Object>>) page.evaluate("() => window.specs");
		}
		catch (TimeoutError ex) {
			return fail("The specs did not finish; the browser said: " + errors, ex);
		}
	}

	private static void verify(Map<String, Object> spec) {
		assertThat((List<?>) spec.get("failures")).as("%s", spec.get("name")).isEmpty();
		assertThat(spec.get("pending")).as("left out").isEqualTo(false);
	}

}
