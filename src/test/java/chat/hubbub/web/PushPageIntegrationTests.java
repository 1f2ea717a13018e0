package chat.hubbub.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import chat.hubbub.bundle.Bundle;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.HubbubServer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Notifications while no page is open, as people turn them on and click on them, on a
 * server with a path of its own. The tests have no push service.
 */
@Notifies
@ExtendWith(Chromium.class)
class PushPageIntegrationTests {

	private static final String PASSWORD = "correct horse";

	/** A browser whose push service can be reached, with the keys of RFC 8291. */
	private static final String SERVICE = """
			const subscription = {
				toJSON: () => ({ endpoint: 'https://127.0.0.1:9/ada', keys: {
					p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
					auth: 'BTBZMqHH6r4Tts7J_aSIgg' } }),
				unsubscribe: async () => localStorage.removeItem('pushed'),
			};
			PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
				localStorage.setItem('pushed', `${userVisibleOnly} ${applicationServerKey}`);
				return subscription;
			};
			PushManager.prototype.getSubscription = async () => localStorage.getItem('pushed') && subscription;
			""";

	/**
	 * Lets a test click on a notification, as the browser tells the worker of it. Two
	 * acts are allowed only after a real click, so the worker only says that it does
	 * them.
	 */
	private static final String CLICKS = """
			const clicks = new BroadcastChannel('clicks');
			WindowClient.prototype.focus = async () => clicks.postMessage('focus');
			Clients.prototype.openWindow = async address => clicks.postMessage(address);
			addEventListener('message', async ({ data }) => {
				if (data.clicked) {
					const [notification] = await registration.getNotifications({ tag: data.clicked });
					const click = new NotificationEvent('notificationclick', { notification });
					click.waitUntil = () => {};
					dispatchEvent(click);
				}
			});
			""";

	@TempDir
	static Path folder;

	static HubbubServer server;

	private final Browser browser;

	private final List<Person> people = new ArrayList<>();

	PushPageIntegrationTests(Browser browser) {
		this.browser = browser;
	}

	@BeforeAll
	static void start() throws IOException {
		Bundle.main(new String[] { folder.toString() });
		try (Stream<Path> files = Files.list(folder.resolve("bundle"))) {
			for (Path worker : files.filter((file) -> file.toString().matches(".*/worker\\.[^.]+\\.js")).toList()) {
				Files.writeString(worker, CLICKS, StandardOpenOption.APPEND);
			}
		}
		server = server("--server.servlet.context-path=/talk", "--hubbub.outgoing.networks=127.0.0.1");
		server.beforeAll(null);
	}

	private static HubbubServer server(String... settings) {
		return new HubbubServer(Stream
			.concat(Stream.of(settings),
					Stream.of("--hubbub.limits.enabled=false",
							"--spring.web.resources.static-locations=" + folder.toUri() + ",classpath:/static/"))
			.toArray(String[]::new));
	}

	@AfterAll
	static void stop() throws IOException {
		server.afterAll(null);
	}

	@AfterEach
	void leave() {
		this.people.forEach(Person::close);
	}

	@Test
	void aSwitchTurnsThemOnAndOff() {
		Person ada = signUp("ada-on", true);
		assertThat(push(ada)).not().isChecked();
		push(ada).check();
		await().until(() -> subscriptions() == 1);
		assertThat(ada.page().evaluate("() => localStorage.getItem('pushed')"))
			.isEqualTo("true " + ada.page().evaluate("async () => (await (await fetch('api/push')).json()).key"));
		Axe.verify(ada, "switch for push");
		ada.page().reload();
		ada.connected();
		assertThat(push(ada)).isChecked();
		push(ada).uncheck();
		await().until(() -> subscriptions() == 0);
		assertThat(ada.page().evaluate("() => localStorage.getItem('pushed')")).isNull();
		push(ada).check();
		await().until(() -> subscriptions() == 1);
		ada.button("Sign out").click();
		assertThat(ada.page().locator("#sign-in")).isVisible();
		await().until(() -> subscriptions() == 0);
		assertThat(ada.complaints()).isEmpty();
	}

	@Test
	void aBrowserThatCannotSaysWhy() {
		Person ada = signUp("ada-denied", false);
		push(ada).click();
		assertThat(ada.page().locator("#notices-hint")).containsText("Your browser blocks notifications");
		assertThat(push(ada)).not().isChecked();
		Person grace = signUp("grace-away", true);
		grace.page().evaluate("() => { PushManager.prototype.subscribe = () => Promise.reject(new Error('away')); }");
		push(grace).click();
		assertThat(grace.page().locator("#notices-hint")).containsText("This browser could not be registered");
		assertThat(push(grace)).not().isChecked();
		assertThat(subscriptions()).isZero();
	}

	@Test
	void guestsHaveNoSwitch() {
		Person guest = person("guest", address(), true).join();
		guest.page().locator("#me").click();
		assertThat(guest.field("Notifications")).isVisible();
		assertThat(guest.page().locator("#notices [name=push]")).isHidden();
	}

	@Test
	void aServerWithoutThemOffersNone() throws IOException {
		HubbubServer other = server("--hubbub.push.enabled=false");
		other.beforeAll(null);
		try {
			Person ada = person("ada", "http://localhost:" + other.port() + "/", true).signUp(PASSWORD);
			ready(ada);
			ada.page().locator("#me").click();
			assertThat(ada.field("Notifications")).isVisible();
			assertThat(ada.page().locator("#notices [name=push]")).isHidden();
			assertThat(ada.complaints()).isEmpty();
			Api api = other.api();
			api.signIn("ada", PASSWORD);
			assertThat(api.get("/api/push").code()).isEqualTo("push.off");
			assertThat(api.put("/api/push", "{}").code()).isEqualTo("push.off");
			leave();
			this.people.clear();
		}
		finally {
			other.afterAll(null);
		}
	}

	@Test
	void aClickLeadsToTheMessage() {
		Person ada = signUp("ada-click", true);
		ada.create("Clicked Talk").write("one").write("two").sees("one", "two");
		ada.go("Lobby");
		click(ada, "clicked-talk/1");
		awaitClick(ada, "focus");
		assertThat(ada.heading()).hasText("Clicked Talk");
		assertThat(ada.page().locator(".message[data-seq='1']")).isFocused();
		ada.open("api");
		click(ada, "clicked-talk/2");
		String place = ada.address() + "#/clicked-talk/2";
		awaitClick(ada, place);
		ada.page().navigate(place);
		assertThat(ada.heading()).hasText("Clicked Talk");
		assertThat(ada.page().locator(".message[data-seq='2']")).isFocused();
		assertThat(ada.complaints()).isEmpty();
	}

	@Test
	void theAppHasThePathOfItsPage() {
		Person ada = signUp("ada-path", true);
		assertThat(ada.page().evaluate("() => navigator.serviceWorker.ready.then(({ scope }) => scope)"))
			.isEqualTo(ada.address());
		assertThat(ada.page()
			.evaluate(
					"""
							async () => {
								const address = document.querySelector('link[rel=manifest]').href;
								const { start_url: start, scope, icons } = await (await fetch(address)).json();
								const files = await Promise.all(icons.map(({ src }) => fetch(new URL(src, address))));
								return [start, scope].map(path => new URL(path, address).href).concat(files.map(({ status }) => status));
							}"""))
			.isEqualTo(List.of(ada.address(), ada.address(), 200, 200, 200));
	}

	private Person signUp(String name, boolean allowed) {
		Person person = person(name, address(), allowed).signUp(PASSWORD);
		ready(person);
		return person;
	}

	private Person person(String name, String address, boolean allowed) {
		Person person = new Person(name, address, this.browser);
		this.people.add(person);
		if (allowed) {
			person.page().context().grantPermissions(List.of("notifications"));
		}
		person.page().context().addInitScript(SERVICE);
		return person;
	}

	private static void ready(Person person) {
		person.page().evaluate("() => navigator.serviceWorker.ready.then(() => true)");
	}

	/** The switch in the menu at one's own name. */
	private static Locator push(Person person) {
		if (!person.page().locator("#me-menu").isVisible()) {
			person.page().locator("#me").click();
		}
		return person.field("Also when Hubbub is closed");
	}

	/** A notification of a message comes, and the person clicks on it. */
	private static void click(Person person, String tag) {
		person.page().evaluate("""
				async tag => {
					window.clicks = [];
					new BroadcastChannel('clicks').onmessage = ({ data }) => window.clicks.push(data);
					const registration = await navigator.serviceWorker.ready;
					await registration.showNotification('grace', { tag, data: `#/${tag}` });
					registration.active.postMessage({ clicked: tag });
				}""", tag);
	}

	private static void awaitClick(Person person, String act) {
		Page page = person.page();
		page.waitForCondition(() -> List.of(act).equals(page.evaluate("() => window.clicks")));
	}

	private static long subscriptions() {
		return server.bean(JdbcClient.class).sql("select count(*) from push_subscription").query(Long.class).single();
	}

	private static String address() {
		return "http://localhost:" + server.port() + "/talk/";
	}

}
