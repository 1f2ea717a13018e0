package chat.hubbub.web;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The topics with something new, and the place where a reader left off. */
class UnreadPageIntegrationTests {

	private static final String PASSWORD = "correct horse";

	@RegisterExtension
	static final PageServer server = new PageServer();

	@Test
	void aTopicWithNewMessagesIsBoldUntilTheyAreSeenOnAnyDevice() {
		Person ada = server.person("ada-u").signUp(PASSWORD).create("Bold");
		ada.go("Lobby");
		Person phone = server.person("ada-u").open("#/lobby");
		phone.signIn("ada-u", PASSWORD);
		phone.connected();
		Person grace = server.person("grace").join().go("Bold");
		grace.write("one").write("two");
		for (Person device : new Person[] { ada, phone }) {
			assertThat(link(device, "Bold")).hasAttribute("data-new", "");
			assertThat(device.page()).hasTitle("(2) Lobby · Hubbub");
			assertThat(device.page().locator("link[rel=icon]")).hasAttribute("href", Pattern.compile("favicon-new"));
		}
		ada.go("Bold").sees("one", "two");
		assertThat(ada.page().locator(".day--new")).hasText("New");
		assertThat(link(phone, "Bold")).not().hasAttribute("data-new", "");
		assertThat(phone.page()).hasTitle("Lobby · Hubbub");
		assertThat(phone.page().locator("link[rel=icon]")).not().hasAttribute("href", Pattern.compile("favicon-new"));
	}

	@Test
	void whatIsNewIsAnotherThingForEachPersonAndTheSameInTwoTabs() {
		Person ada = server.person("ada-3").signUp(PASSWORD).create("Three");
		ada.go("Lobby");
		Person tab = ada.anotherTab().connected();
		Person joan = server.person("joan-3").signUp(PASSWORD);
		Person grace = server.person("grace-3").join().go("Three");
		grace.write("one").write("two").sees("one", "two");
		for (Person each : new Person[] { ada, tab, joan }) {
			assertThat(each.page()).hasTitle("(2) Lobby · Hubbub");
		}
		tab.go("Three").sees("one", "two");
		assertThat(ada.page()).hasTitle("Lobby · Hubbub");
		assertThat(joan.page()).hasTitle("(2) Lobby · Hubbub");
		joan.go("Three").write("three").sees("one", "two", "three");
		tab.sees("one", "two", "three");
		tab.go("Lobby");
		assertThat(ada.page()).hasTitle("Lobby · Hubbub");
		grace.write("four");
		for (Person each : new Person[] { ada, tab }) {
			assertThat(each.page()).hasTitle("(1) Lobby · Hubbub");
		}
		assertThat(grace.page()).hasTitle("Three · Hubbub");
		ada.go("Three");
		assertThat(ada.page().locator(".day--new + .message")).containsText("four");
		assertThat(tab.page()).hasTitle("Lobby · Hubbub");
	}

	@Test
	void aBadgeCountsMentions() {
		Person ada = server.person("ada-b").signUp(PASSWORD).create("Badge");
		ada.go("Lobby");
		Person grace = server.person("grace-b").join().go("Badge");
		grace.write("@ada-b, one").write("two").write("@ada-b, three").sees("@ada-b, one", "two", "@ada-b, three");
		Locator badge = link(ada, "Badge").locator(".badge");
		assertThat(badge).hasText("2");
		assertThat(link(ada, "Badge")).hasAccessibleName(Pattern.compile("2 mentions"));
		assertThat(ada.page()).hasTitle("(3) Lobby · Hubbub");
		grace.page().locator(".message").last().hover();
		grace.page().locator(".message__delete").last().click();
		grace.button("Delete message").click();
		assertThat(badge).hasText("1");
		choose(ada, "Badge", "Mentions only");
		assertThat(ada.page()).hasTitle("(1) Lobby · Hubbub");
		ada.go("Badge");
		assertThat(badge).hasCount(0);
		assertThat(ada.page()).hasTitle("Badge · Hubbub");
	}

	@Test
	void opensWhereTheReaderLeftOffAndGoesOn() {
		Person ada = server.person("ada").join().create("Long");
		Person grace = server.person("grace").join().go("Long");
		ada.write("seen");
		grace.reads("seen");
		grace.go("Lobby");
		for (int i = 1; i <= 8; i++) {
			ada.write("line\n".repeat(10) + "part " + i);
		}
		assertThat(grace.page()).hasTitle("(8) Lobby · Hubbub");
		grace.go("Long");
		assertThat(grace.page().locator(".day--new")).isInViewport();
		assertThat(grace.page().locator(".message").last()).not().isInViewport();
		assertThat(grace.page().locator("#to-line")).isHidden();
		grace.page().locator("#to-newest").click();
		assertThat(grace.page().locator(".message").last()).isInViewport();
		assertThat(grace.page()).hasTitle("Long · Hubbub");
		assertThat(grace.page().locator("#to-line")).hasText("8 new messages ↑");
		grace.page().locator("#to-line").click();
		assertThat(grace.page().locator(".day--new")).isInViewport();
		grace.page().reload();
		grace.connected();
		assertThat(grace.page().locator(".message").last()).isInViewport();
		assertThat(grace.page().locator(".day--new")).hasCount(0);
	}

	@Test
	void aMessageCanBeKeptUnreadUntilEscape() {
		Person ada = server.person("ada").join().create("Keep");
		Person grace = server.person("grace").join().go("Keep");
		ada.write("one").write("two").write("three").sees("one", "two", "three");
		grace.reads("one", "two", "three");
		Locator second = grace.page().locator(".message").nth(1);
		second.hover();
		second.locator("[data-action=more]").click();
		grace.button("Mark unread").click();
		assertThat(grace.page().locator(".day--new + .message")).containsText("two");
		assertThat(grace.page()).hasTitle("(2) Keep · Hubbub");
		assertThat(link(grace, "Keep")).hasAttribute("data-new", "");
		grace.page().reload();
		grace.connected();
		assertThat(grace.page().locator(".day--new + .message")).containsText("two");
		assertThat(link(grace, "Keep")).not().hasAttribute("data-new", "");
		grace.composer().press("Escape");
		assertThat(grace.page().locator(".day--new")).hasCount(0);
	}

	@Test
	void whatComesInAHiddenTabStaysUnread() {
		Person ada = server.person("ada").join().create("Hidden");
		Person grace = server.person("grace").join().go("Hidden");
		ada.write("seen").sees("seen");
		grace.reads("seen");
		assertThat(grace.page()).hasTitle("Hidden · Hubbub");
		hide(grace, true);
		ada.write("not seen");
		assertThat(grace.page()).hasTitle("(1) Hidden · Hubbub");
		hide(grace, false);
		assertThat(grace.page()).hasTitle("Hidden · Hubbub");
		assertThat(grace.page().locator(".day--new + .message")).containsText("not seen");
	}

	@Test
	void whatWasSaidWhileOneWasOfflineIsNew() {
		Person ada = server.person("ada").join().create("Away");
		Person grace = server.person("grace").join().go("Away");
		ada.write("seen");
		grace.reads("seen");
		grace.go("Lobby");
		grace.offline(true);
		ada.write("missed").sees("seen", "missed");
		grace.offline(false);
		grace.connected();
		assertThat(link(grace, "Away")).hasAttribute("data-new", "");
		assertThat(grace.page()).hasTitle("(1) Lobby · Hubbub");
	}

	@Test
	void levelsFavouritesAndTheOrderAreChosenInTheSideBar() {
		Person ada = server.person("ada-l").signUp(PASSWORD).create("Alpha");
		ada.create("Omega").go("Lobby");
		Person grace = server.person("grace").join().go("Omega");
		choose(ada, "Alpha", "Nothing");
		grace.write("hello Omega").sees("hello Omega");
		grace.go("Alpha").write("hello Alpha").sees("hello Alpha");
		assertThat(ada.page()).hasTitle("(1) Lobby · Hubbub");
		assertThat(link(ada, "Alpha")).hasAttribute("data-muted", "");
		assertThat(link(ada, "Alpha")).not().hasAttribute("data-new", "");
		ada.button("Order of the topics").click();
		ada.page().getByLabel("Unread first").check();
		ada.page().keyboard().press("Escape");
		assertThat(ada.page().locator("#topics .topics__title").first()).hasText("Omega");
		choose(ada, "Omega", "Nothing");
		choose(ada, "Alpha", "Favourite");
		assertThat(ada.page().locator("#topics .topics__title").first()).hasText("Alpha");
		assertThat(ada.page()).hasTitle("Lobby · Hubbub");
		ada.page().reload();
		ada.connected();
		assertThat(ada.page().locator("#topics .topics__title").first()).hasText("Alpha");
		Assertions.assertThat(ada.complaints()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("chat.hubbub.web.Axe#looks")
	void isAccessible(ColorScheme scheme, int width) {
		String name = "ada-" + scheme + "-" + width;
		Person ada = server.person(name, width, scheme).signUp(PASSWORD);
		Person grace = server.person("grace").join().create("Axe " + name);
		grace.write("one").write("two").sees("one", "two");
		if (width == Person.NARROW) {
			ada.button("Open the list of topics").click();
		}
		assertThat(link(ada, "Axe " + name)).hasAttribute("data-new", "");
		choose(ada, "Lobby", "Favourite");
		Axe.verify(ada, "unread topic");
		ada.button("Preferences for Axe " + name).click();
		Axe.verify(ada, "preferences of a topic");
		ada.page().keyboard().press("Escape");
		ada.go("Axe " + name);
		assertThat(ada.page().locator(".day--new")).isVisible();
		Axe.verify(ada, "new messages");
	}

	private static void choose(Person person, String topic, String choice) {
		Locator link = link(person, topic);
		link.hover();
		person.button("Preferences for " + topic).click();
		person.page().locator("#topic-menu").getByLabel(choice).check();
		person.page().keyboard().press("Escape");
	}

	private static Locator link(Person person, String topic) {
		return person.page().locator("#topics a").filter(new Locator.FilterOptions().setHasText(topic));
	}

	/** Chromium without a screen never hides a tab. */
	private static void hide(Person person, boolean hidden) {
		person.page().evaluate("""
				hidden => {
					Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
					document.dispatchEvent(new Event('visibilitychange'));
				}""", hidden);
	}

}
