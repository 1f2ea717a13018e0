package chat.hubbub.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;

import com.microsoft.playwright.assertions.PlaywrightAssertions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A person with a browser of their own, who acts and sees like a user. */
class Person implements AutoCloseable {

	static final int WIDE = 1440;

	static final int NARROW = 360;

	private static final double PATIENCE = 30_000;

	private final List<String> complaints = new ArrayList<>();

	private final String name;

	private final String address;

	private final BrowserContext context;

	private final Page page;

	private final PageFrames frames;

	private final List<Person> otherTabs = new ArrayList<>();

	Person(String name, String address, Browser browser) {
		this(name, address, browser, WIDE, ColorScheme.LIGHT);
	}

	Person(String name, String address, Browser browser, int width, ColorScheme scheme) {
		this(name, address, browser,
				new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme));
	}

	/** Somebody whose browser has settings of its own. */
	Person(String name, String address, Browser browser, Browser.NewContextOptions options) {
		this.name = name;
		this.address = address;
		this.context = browser.newContext(options.setReducedMotion(ReducedMotion.REDUCE));
		this.context.setDefaultTimeout(PATIENCE);
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
		this.page = newPage();
		this.frames = new PageFrames(this.page);
	}

	private Person(Person other) {
		this.name = other.name;
		this.address = other.address;
		this.context = other.context;
		this.page = newPage();
		this.frames = new PageFrames(this.page);
	}

	private Page newPage() {
		Page opened = this.context.newPage();
		opened.onConsoleMessage(this::hear);
		opened.onPageError(this.complaints::add);
		return opened;
	}

	/**
	 * The present state of the page, and the last frames that it has sent and received.
	 */
	String report() {
		List<String> lines = new ArrayList<>();
		lines.add(this.name + " at " + this.page.url());
		lines.add(shown());
		lines.addAll(this.complaints);
		lines.addAll(this.frames.last());
		this.otherTabs.forEach((tab) -> lines.add(tab.report()));
		return String.join("\n\t", lines);
	}

	private String shown() {
		try {
			return String.valueOf(this.page.evaluate("""
						() => [document.querySelector('#link-state')?.dataset.phase,
					...[...document.querySelectorAll('#notice, dialog[open], #sign-in')]
						.filter(part => part.checkVisibility()).map(part => part.innerText.replace(/\\s+/g, ' '))]"""));
		}
		catch (PlaywrightException ex) {
			return ex.getMessage();
		}
	}

	/** Waits until the page has a notice with this text. */
	void awaitNotice(String text) {
		this.frames.awaitNotice(text);
	}

	/** Opens the page in another tab of the same browser, which closes with this one. */
	Person anotherTab() {
		Person tab = new Person(this).open("");
		this.otherTabs.add(tab);
		return tab;
	}

	/** Opens the page, takes the name and waits until connected. */
	Person join() {
		open("");
		signIn(this.name);
		return connected();
	}

	Person open(String fragment) {
		this.page.navigate(this.address + fragment);
		return this;
	}

	/** Where the person's node has the page, with a slash at the end. */
	String address() {
		return this.address;
	}

	void signIn(String wanted) {
		field("Your name").fill(wanted);
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join the conversation")).click();
	}

	/** Creates an account in the page and waits until connected. */
	Person signUp(String password) {
		open("");
		button("Create an account").click();
		field("Your name").fill(this.name);
		field("Password").fill(password);
		button("Create account").click();
		return connected();
	}

	/** Signs in on the page's entrance. */
	void signIn(String name, String password) {
		button("Sign in").click();
		field("Your name").fill(name);
		field("Password").fill(password);
		button("Sign in").click();
	}

	Person connected() {
		assertThat(linkState()).hasText("Connected");
		return this;
	}

	Person write(String text) {
		composer().fill(text);
		composer().press("Enter");
		return this;
	}

	/** Goes to a topic by its link in the side bar. */
	Person go(String title) {
		sidebar().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title)).click();
		assertThat(heading()).hasText(title);
		return this;
	}

	/** Creates a topic in the dialog. */
	Person create(String title) {
		button("New topic").click();
		field("Title").fill(title);
		button("Create topic").click();
		assertThat(heading()).hasText(title);
		return this;
	}

	/** Sends many messages to the lobby on one connection, without the page's own. */
	void writeMany(int count) {
		this.page.evaluate("""
				count => new Promise((done, failed) => {
					const client = Stomp.over(new WebSocket(new URL('ws', document.baseURI.replace('http', 'ws'))));
					client.debug = null;
					client.onreceipt = ({ headers }) => {
						if (headers['receipt-id'] === `many-${count}`) {
							client.disconnect(done);
						}
					};
					client.connect({}, () => {
						for (let i = 1; i <= count; i++) {
							const headers = { 'content-type': 'application/json', receipt: `many-${i}` };
							client.send('/app/chat', headers, JSON.stringify({ text: `number ${i}` }));
						}
					}, failed);
				})""", count);
	}

	/** Sees exactly these texts, in this order, all of them stored. */
	void sees(String... texts) {
		assertThat(messages()).hasText(texts);
		storedAll();
	}

	/** The page knows that the server has all messages. */
	void storedAll() {
		assertThat(this.page.locator(".message:not([data-state=stored])")).hasCount(0);
	}

	/** Sees exactly these texts, and has told the server that they were read. */
	void reads(String... texts) {
		sees(texts);
		this.frames.awaitMark(URI.create(this.page.url()).getFragment().substring(1),
				this.page.locator(".message").last().getAttribute("data-seq"));
	}

	/** Sees a message with exactly this text, once. */
	Locator seesOnce(String text) {
		Locator found = this.page.locator("#log").getByText(text, new Locator.GetByTextOptions().setExact(true));
		assertThat(found).hasCount(1);
		return found;
	}

	Locator messages() {
		return this.page.locator(".message__text");
	}

	Locator composer() {
		return this.page.locator("#composer-text");
	}

	Locator linkState() {
		return this.page.locator(".link-state__text");
	}

	Locator heading() {
		return this.page.locator("#topic-title");
	}

	Locator sidebar() {
		return this.page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Topics"));
	}

	/** Opens the menu with one's own name and clicks on an item. */
	void choose(String item) {
		this.page.locator("#me").click();
		button(item).click();
	}

	Locator button(String label) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
	}

	Locator field(String label) {
		return this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
			.filter(new Locator.FilterOptions().setVisible(true));
	}

	Page page() {
		return this.page;
	}

	/** Cuts the browser off the network, or joins it again. */
	void offline(boolean offline) {
		this.context.setOffline(offline);
	}

	/** The errors of the browser, from the console and from exceptions. */
	List<String> complaints() {
		return List.copyOf(this.complaints);
	}

	@Override
	public void close() {
		// Gives the name back for the next test, because an open page would take it
		// again.
		this.otherTabs.forEach((tab) -> tab.page.close());
		this.page.close();
		this.otherTabs.forEach((tab) -> tab.frames.leave());
		this.frames.leave();
		this.context.request()
			.delete(this.address + "api/session", RequestOptions.create().setHeader("X-XSRF-TOKEN", token()));
		this.context.close();
	}

	private String token() {
		return this.context.cookies()
			.stream()
			.filter((cookie) -> cookie.name.equals("XSRF-TOKEN"))
			.map((cookie) -> cookie.value)
			.findFirst()
			.orElse("");
	}

	private void hear(ConsoleMessage message) {
		if (List.of("error", "warning").contains(message.type())) {
			this.complaints.add(message.text());
		}
	}

	/** The name that a browser shows for a person. */
	@Override
	public String toString() {
		return String.valueOf(Map.of("name", this.name, "complaints", this.complaints));
	}

}
