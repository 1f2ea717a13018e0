package chat.hubbub.web;

import java.util.List;

import chat.hubbub.setting.SettingChange;
import chat.hubbub.setting.Settings;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Users who ask for it are told of mentions while their tab is hidden. */
@Notifies
class NoticesPageIntegrationTests {

	/**
	 * Notes what the browser is asked to show and to play, and lets a test hide a tab.
	 */
	private static final String RECORDER = """
			window.shown = [];
			window.tones = 0;
			window.Notification = class extends Notification {
				constructor(title, options) {
					super(title, options);
					window.shown.push(this);
				}
			};
			window.OscillatorNode = class extends OscillatorNode {
				constructor(...rest) {
					super(...rest);
					window.tones++;
				}
			};
			Object.defineProperty(Document.prototype, 'hidden', { get: () => window.away === true });
			""";

	@RegisterExtension
	static final PageServer server = new PageServer();

	@Test
	void aHiddenTabTellsOfAMentionAndLeadsToIt() {
		Person ada = person("ada-t", true).join().create("Told");
		Person grace = server.person("grace-t").join().go("Told");
		awaitPeople(grace, 2);
		ada.go("Lobby");
		ask(ada, "Notifications").check();
		hide(ada, true);
		grace.write("tea, **@ada-t** ?").sees("tea, @ada-t ?");
		awaitShown(ada, 1);
		assertThat(shown(ada, "title")).containsExactly("grace-t mentioned you in Told");
		assertThat(shown(ada, "body")).containsExactly("tea, @ada-t ?");
		hide(ada, false);
		ada.page().evaluate("() => shown[0].dispatchEvent(new Event('click'))");
		assertThat(ada.heading()).hasText("Told");
		Locator message = ada.page().locator(".message[data-for-me]");
		assertThat(message).isFocused();
		assertThat(message).isInViewport();
		assertThat(ada.complaints()).isEmpty();
	}

	@Test
	void aServerWithANameOfItsOwnIsNamed() {
		Settings settings = server.bean(Settings.class);
		settings.change(new SettingChange("Tea house", null, null), "olga");
		try {
			Person ada = person("ada-n", true).join().create("Named");
			Person grace = server.person("grace-n").join().go("Named");
			awaitPeople(grace, 2);
			ask(ada, "Notifications").check();
			hide(ada, true);
			grace.write("@ada-n ?").sees("@ada-n ?");
			awaitShown(ada, 1);
			assertThat(shown(ada, "title")).containsExactly("grace-n mentioned you in Named · Tea house");
		}
		finally {
			settings.change(new SettingChange("Hubbub", null, null), "olga");
		}
	}

	@Test
	void nothingIsToldBeforeItIsAskedForNorWhileItIsSeen() {
		Person ada = person("ada-u", true).join().create("Quiet");
		Person grace = server.person("grace-u").join().go("Quiet");
		awaitPeople(grace, 2);
		Locator notifications = ask(ada, "Notifications");
		assertThat(notifications).not().isChecked();
		assertThat(ask(ada, "Sound")).not().isChecked();
		hide(ada, true);
		mention(grace, ada, "1, @ada-u !");
		hide(ada, false);
		notifications.check();
		mention(grace, ada, "2, @ada-u !");
		ada.awaitNotice("2, @ada-u !");
		hide(ada, true);
		mention(grace, ada, "3, @ada-u !");
		awaitShown(ada, 1);
		assertThat(shown(ada, "body")).containsExactly("3, @ada-u !");
		assertThat(ada.page().evaluate("() => tones")).isEqualTo(0);
	}

	@Test
	void severalTabsGiveOneNotificationAndNoneIfOneShowsTheMessage() {
		Person ada = person("ada-v", true).join().create("Tabs");
		Person tab = ada.anotherTab().connected();
		Person grace = server.person("grace-v").join().go("Tabs");
		awaitPeople(grace, 2);
		ask(ada, "Notifications").check();
		mention(grace, ada, "1, @ada-v !");
		hide(ada, true);
		hide(tab, true);
		mention(grace, ada, "2, @ada-v !");
		mention(grace, ada, "3, @ada-v !");
		ada.page().waitForCondition(() -> shown(ada, "body").size() + shown(tab, "body").size() == 2);
		assertThat(java.util.stream.Stream.of(ada, tab).flatMap((each) -> shown(each, "body").stream()))
			.containsExactlyInAnyOrder("2, @ada-v !", "3, @ada-v !");
	}

	@Test
	void aMutedTopicTellsNothing() {
		Person ada = person("ada-y", true).join().create("Muted");
		Person grace = server.person("grace-y").join().go("Muted");
		awaitPeople(grace, 2);
		ada.go("Lobby");
		ask(ada, "Notifications").check();
		ada.page().keyboard().press("Escape");
		Locator link = ada.page().locator("#topics a").filter(new Locator.FilterOptions().setHasText("Muted"));
		link.hover();
		ada.button("Preferences for Muted").click();
		ada.page().locator("#topic-menu").getByLabel("Nothing").check();
		assertThat(link).hasAttribute("data-muted", "");
		hide(ada, true);
		grace.write("1, @ada-y !").sees("1, @ada-y !");
		grace.go("Lobby").write("2, @ada-y !");
		awaitShown(ada, 1);
		assertThat(shown(ada, "body")).containsExactly("2, @ada-y !");
	}

	@Test
	void aHiddenTabTellsOfADirectMessage() {
		Person ada = person("ada-x", true).signUp("correct horse");
		Person grace = server.person("grace-x").signUp("correct horse");
		ask(ada, "Notifications").check();
		hide(ada, true);
		grace.button("New direct message").click();
		Locator query = grace.page().locator("#addressees-query");
		query.pressSequentially("ada-x");
		assertThat(grace.page().locator("#addressees-list [aria-selected=true] bdi")).hasText("ada-x");
		query.press("Enter");
		assertThat(grace.page().locator("#addressees-chosen")).containsText("ada-x");
		query.press("Enter");
		assertThat(grace.heading()).hasText("ada-x");
		grace.write("just you").sees("just you");
		awaitShown(ada, 1);
		assertThat(shown(ada, "title")).containsExactly("grace-x");
		assertThat(shown(ada, "body")).containsExactly("just you");
		hide(ada, false);
		ada.page().evaluate("() => shown[0].dispatchEvent(new Event('click'))");
		ada.sees("just you");
		ada.composer().pressSequentially("@g");
		assertThat(ada.page().locator(".completion__offer")).hasText(new String[] { "@grace-x" });
	}

	@Test
	void aSoundIsPlayedByChoiceAndTheChoiceStays() {
		Person ada = person("ada-s", false).join().create("Sound");
		Person grace = server.person("grace-s").join().go("Sound");
		awaitPeople(grace, 2);
		ask(ada, "Sound").check();
		ada.page().waitForCondition(() -> Integer.valueOf(2).equals(ada.page().evaluate("() => tones")));
		ada.page().reload();
		ada.connected();
		assertThat(ask(ada, "Sound")).isChecked();
		hide(ada, true);
		mention(grace, ada, "@ada-s !");
		ada.page().waitForCondition(() -> Integer.valueOf(2).equals(ada.page().evaluate("() => tones")));
		assertThat(shown(ada, "body")).isEmpty();
		assertThat(ada.complaints()).isEmpty();
	}

	@Test
	void aBrowserThatForbidsItIsExplained() {
		Person ada = person("ada-w", false).join();
		ask(ada, "Notifications").click();
		assertThat(ada.page().locator("#notices-hint"))
			.containsText("Your browser blocks notifications from this site.");
		assertThat(ask(ada, "Notifications")).not().isChecked();
	}

	@ParameterizedTest
	@MethodSource("chat.hubbub.web.Axe#looks")
	void theSwitchesHaveNoBarriers(ColorScheme scheme, int width) {
		Person ada = server.person("ada-" + scheme + width, width, scheme).join();
		if (width == Person.NARROW) {
			ada.button("Open the list of topics").click();
		}
		ask(ada, "Notifications").click();
		assertThat(ada.page().locator("#notices-hint")).not().isEmpty();
		Axe.verify(ada, "switches for notifications");
	}

	/** Somebody whose browser allows notifications or not. */
	private static Person person(String name, boolean allowed) {
		Person person = server.person(name);
		if (allowed) {
			person.page().context().grantPermissions(List.of("notifications"));
		}
		person.page().context().addInitScript(RECORDER);
		return person;
	}

	/** A switch in the menu at one's own name. */
	private static Locator ask(Person person, String name) {
		Locator found = person.field(name);
		if (!person.page().locator("#me-menu").isVisible()) {
			person.page().locator("#me").click();
		}
		return found;
	}

	private static void hide(Person person, boolean hidden) {
		person.page()
			.evaluate("away => { window.away = away; document.dispatchEvent(new Event('visibilitychange')); }", hidden);
	}

	/** Writes, and waits until the other one has got it. */
	private static void mention(Person writer, Person reader, String text) {
		writer.write(text).seesOnce(text);
		reader.seesOnce(text);
	}

	private static void awaitShown(Person person, int count) {
		Page page = person.page();
		page.waitForCondition(() -> shown(person, "tag").size() == count);
	}

	@SuppressWarnings("unchecked")
	private static List<String> shown(Person person, String part) {
		return (List<String>) person.page().evaluate("part => shown.map(each => each[part])", part);
	}

	private static void awaitPeople(Person person, int count) {
		assertThat(person.page().locator("#people-list .person__name")).hasCount(count);
	}

}
