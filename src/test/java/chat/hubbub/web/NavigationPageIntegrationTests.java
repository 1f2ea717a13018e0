package chat.hubbub.web;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The keyboard, and the menu of the user. */
class NavigationPageIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer();

	@Test
	void jumpsToATopicByAFewLetters() {
		Person ada = server.person("ada").join().create("Night watch").create("Day watch");
		Keyboard keyboard = ada.page().keyboard();
		keyboard.press("Control+k");
		assertThat(ada.field("Topic or person")).isFocused();
		keyboard.type("ni w");
		assertThat(ada.page().locator("#switcher-list [aria-selected=true]")).hasText("Night watch");
		keyboard.press("Enter");
		assertThat(ada.heading()).hasText("Night watch");
		assertThat(ada.composer()).isFocused();
		keyboard.press("Control+k");
		keyboard.press("Enter");
		assertThat(ada.heading()).hasText("Day watch");
		assertThat(ada.complaints()).isEmpty();
	}

	@Test
	void meetsAPersonWhoIsHereByAFewLetters() {
		Person ada = server.person("ada-m").signUp("correct horse").create("Meeting");
		server.person("grace-m").join().go("Meeting");
		assertThat(ada.page().locator("#people-list")).containsText("grace-m");
		Keyboard keyboard = ada.page().keyboard();
		keyboard.press("Control+k");
		keyboard.type("grace");
		assertThat(ada.page().locator("#switcher-list [aria-selected=true] bdi")).hasText("grace-m");
		Axe.verify(ada, "switcher with a person");
		keyboard.press("Enter");
		assertThat(ada.page().locator("#goal-menu")).containsText("Mute…");
		Axe.verify(ada, "menu of a person in the switcher");
		keyboard.press("Escape");
		assertThat(ada.page().locator("#goal-menu")).isHidden();
	}

	@Test
	void goesFromMessageToMessageByTheArrowKeys() {
		Person ada = server.person("ada-k").join().create("Keys");
		ada.write("one").write("two https://example.org").write("three");
		ada.sees("one", "two https://example.org", "three");
		Locator rows = ada.page().locator(".message");
		Keyboard keyboard = ada.page().keyboard();
		ada.page().locator("#log").focus();
		keyboard.press("ArrowUp");
		assertThat(rows.nth(2)).isFocused();
		keyboard.press("ArrowUp");
		assertThat(rows.nth(1)).isFocused();
		keyboard.press("Tab");
		assertThat(rows.nth(1).locator("a")).isFocused();
		keyboard.press("Tab");
		assertThat(rows.nth(1).locator(".message__react")).isFocused();
		keyboard.press("Home");
		assertThat(rows.first()).isFocused();
		keyboard.press("ArrowUp");
		assertThat(ada.page().locator(".day__date")).isFocused();
		keyboard.press("ArrowDown");
		keyboard.press("Enter");
		assertThat(rows.first().locator(".message__react")).isFocused();
		assertThat(ada.page().locator(".message__act[tabindex='0']"))
			.hasCount(rows.first().locator(".message__act").count());
		keyboard.press("End");
		assertThat(rows.nth(2)).isFocused();
		keyboard.press("Enter");
		rows.nth(2).locator(".message__edit").press("Enter");
		ada.write("four").sees("one", "two https://example.org", "four");
		keyboard.press("Shift+Tab");
		assertThat(rows.nth(2).locator(".message__act").last()).isFocused();
		ada.page().locator("#log").focus();
		keyboard.press("ArrowDown");
		Axe.verify(ada, "a message with the focus");
		assertThat(ada.complaints()).isEmpty();
	}

	@Test
	void saysThatNoTopicMatches() {
		Person ada = server.person("ada").join();
		ada.button("Jump to… Ctrl K").click();
		ada.page().keyboard().type("xyzzy");
		assertThat(ada.page().locator("#switcher-none")).isVisible();
		ada.page().keyboard().press("Enter");
		assertThat(ada.page().locator("#switcher")).isVisible();
		ada.page().keyboard().press("Escape");
		assertThat(ada.page().locator("#switcher")).isHidden();
		assertThat(ada.heading()).hasText("Lobby");
	}

	@Test
	void goesToTheNextTopicByTheKeyboard() {
		Person ada = server.person("ada").join().create("Aardvarks");
		ada.page().keyboard().press("Alt+ArrowUp");
		assertThat(ada.heading()).hasText("Lobby");
		ada.page().keyboard().press("Alt+ArrowDown");
		assertThat(ada.heading()).hasText("Aardvarks");
	}

	@Test
	void explainsItsKeysUnlessAQuestionIsWritten() {
		Person ada = server.person("ada").join();
		Locator keys = ada.page().locator("#keys-dialog");
		ada.composer().press("?");
		assertThat(ada.composer()).hasValue("?");
		assertThat(keys).isHidden();
		ada.page().locator("#log").focus();
		ada.page().keyboard().press("?");
		assertThat(keys).isVisible();
		ada.button("Close").click();
		assertThat(keys).isHidden();
	}

	@Test
	void keepsTheChosenTheme() {
		Person ada = server.person("ada").join();
		String light = background(ada);
		ada.page().locator("#me").click();
		ada.page().getByLabel("Dark").check();
		String dark = background(ada);
		assertThat(dark).isNotEqualTo(light);
		ada.page().reload();
		ada.connected();
		assertThat(background(ada)).isEqualTo(dark);
		ada.page().locator("#me").click();
		assertThat(ada.page().getByLabel("Dark")).isChecked();
		ada.page().getByLabel("System").check();
		assertThat(background(ada)).isEqualTo(light);
		assertThat(ada.complaints()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("chat.hubbub.web.Axe#looks")
	void isAccessible(ColorScheme scheme, int width) {
		Person ada = server.person("ada", width, scheme).join();
		ada.page().keyboard().press("Control+k");
		Axe.verify(ada, "switcher");
		ada.page().keyboard().press("Escape");
		ada.page().keyboard().press("Control+/");
		Axe.verify(ada, "keys");
		ada.page().keyboard().press("Escape");
		if (width == Person.NARROW) {
			ada.button("Open the list of topics").click();
		}
		ada.page().locator("#me").click();
		Axe.verify(ada, "menu");
		ada.page().keyboard().press("Escape");
		assertThat(ada.page().locator("#me-menu")).isHidden();
		assertThat(ada.page().locator("#me")).isVisible();
	}

	private static String background(Person person) {
		return (String) person.page().evaluate("() => getComputedStyle(document.body).backgroundColor");
	}

}
