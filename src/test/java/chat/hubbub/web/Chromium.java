package chat.hubbub.web;

import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test a {@link Browser}: one Chromium for all test classes of a run, or with
 * {@code HUBBUB_CHROMIUM_LIGHT} in the environment two: a headless shell takes a third of
 * the time, but shows no notifications. Without a Chromium, tests are skipped with a
 * sentence that says how to get one; with {@code HUBBUB_TESTS_SKIP_NOTHING=true} they
 * fail instead.
 */
class Chromium implements ExecutionCondition, ParameterResolver {

	private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Chromium.class);

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		Started started = started(context);
		if (started.browser() != null) {
			return ConditionEvaluationResult.enabled("Chromium is there");
		}
		if (Boolean.parseBoolean(System.getenv("HUBBUB_TESTS_SKIP_NOTHING"))) {
			throw new IllegalStateException(started.reason());
		}
		return ConditionEvaluationResult.disabled(started.reason());
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Browser.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return browser(context);
	}

	static Browser browser(ExtensionContext context) {
		return started(context).browser();
	}

	private static Started started(ExtensionContext context) {
		boolean notifies = context.getTestClass()
			.filter((test) -> test.isAnnotationPresent(Notifies.class))
			.isPresent();
		String light = notifies ? null : System.getenv("HUBBUB_CHROMIUM_LIGHT");
		return context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent((light != null) ? light : "", (chosen) -> start(ChromiumBinary.find(light)),
					Started.class);
	}

	private static Started start(Optional<ChromiumBinary> binary) {
		if (binary.isEmpty()) {
			System.err.println(ChromiumBinary.ADVICE);
			return new Started(null, null, ChromiumBinary.ADVICE);
		}
		Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		Browser browser = playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(binary.get().path())
				.setChromiumSandbox(false)
				.setArgs(ChromiumBinary.QUIET));
		return new Started(playwright, browser, "");
	}

	/** The store closes it when the run ends. */
	private record Started(Playwright playwright, Browser browser, String reason) implements AutoCloseable {

		@Override
		public void close() {
			if (this.playwright != null) {
				this.browser.close();
				this.playwright.close();
			}
		}

	}

}
