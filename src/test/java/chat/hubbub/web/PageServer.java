package chat.hubbub.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * A server for the tests of one class, and the visitors of its page, each with a browser
 * of their own. They leave after their test.
 */
final class PageServer implements ExecutionCondition, BeforeAllCallback, AfterEachCallback, AfterAllCallback,
		TestExecutionExceptionHandler {

	private final List<AutoCloseable> people = new ArrayList<>();

	private final Chromium chromium = new Chromium();

	private final HubbubServer server;

	private Browser browser;

	/** A server with settings, each {@code --name=value}. */
	PageServer(String... settings) {
		this.server = new HubbubServer(withoutWorker(settings));
	}

	/** A server with a clock of its own. */
	PageServer(Clock clock, String... settings) {
		this.server = new HubbubServer(clock, withoutWorker(settings));
	}

	/**
	 * Chromium does not cut a service worker off the network, and shows no requests of
	 * it.
	 */
	private static String[] withoutWorker(String... settings) {
		return Stream.concat(Stream.of("--hubbub.offline.enabled=false"), Stream.of(settings)).toArray(String[]::new);
	}

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return this.chromium.evaluateExecutionCondition(context);
	}

	@Override
	public void beforeAll(ExtensionContext context) throws Exception {
		this.browser = Chromium.browser(context);
		this.server.beforeAll(context);
	}

	@Override
	public void afterEach(ExtensionContext context) throws Exception {
		for (AutoCloseable person : this.people) {
			person.close();
		}
		this.people.clear();
		this.server.afterEach(context);
	}

	@Override
	public void afterAll(ExtensionContext context) throws Exception {
		this.server.afterAll(context);
	}

	/** Adds what the pages show to the message, which is at the end of a build's log. */
	@Override
	public void handleTestExecutionException(ExtensionContext context, Throwable fault) throws Throwable {
		if (!(fault instanceof AssertionError || fault instanceof PlaywrightException)) {
			throw fault;
		}
		String reports = this.people.stream()
			.filter(Person.class::isInstance)
			.map((person) -> ((Person) person).report())
			.collect(Collectors.joining("\n"));
		AssertionError reported = new AssertionError(fault.getMessage() + "\n" + reports, fault);
		reported.setStackTrace(fault.getStackTrace());
		throw reported;
	}

	/** Somebody at a desk, in a light room. */
	Person person(String name) {
		return person(name, Person.WIDE, ColorScheme.LIGHT);
	}

	Person person(String name, int width, ColorScheme scheme) {
		return leaving(new Person(name, address(), this.browser, width, scheme));
	}

	/** Somebody whose browser has settings of its own. */
	Person person(String name, Browser.NewContextOptions options) {
		return leaving(new Person(name, address(), this.browser, options));
	}

	/** Somebody with another client, who leaves after the test. */
	StompClient client(String... headers) {
		return leaving(StompClient.connect(port(), headers));
	}

	/** People whose browsers report violations of the Content-Security-Policy. */
	Watch watch() {
		return leaving(new Watch(this.browser, address()));
	}

	Browser browser() {
		return this.browser;
	}

	/** Where the page is, with a slash at the end. */
	String address() {
		return "http://localhost:" + port() + "/";
	}

	int port() {
		return this.server.port();
	}

	<T> T bean(Class<T> type) {
		return this.server.bean(type);
	}

	private <P extends AutoCloseable> P leaving(P person) {
		this.people.add(person);
		return person;
	}

}
