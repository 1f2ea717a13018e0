package chat.hubbub.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** People edit and delete their messages and reply to others, and all pages show it. */
class ConversationPageIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer();

	@Test
	void aGuestEditsTheLastMessageByKeyboardAndOthersSeeIt() {
		Person ada = server.person("ada").join().create("Edits");
		Person grace = server.person("grace").join().go("Edits");
		ada.write("one").write("tow").sees("one", "tow");
		grace.sees("one", "tow");
		ada.composer().press("ArrowUp");
		assertThat(ada.composer()).hasValue("tow");
		assertThat(ada.page().locator("#composer-task")).containsText("Edit your message");
		ada.composer().press("Escape");
		assertThat(ada.composer()).hasValue("");
		assertThat(ada.page().locator("#composer-task")).isHidden();
		ada.composer().press("ArrowUp");
		ada.write("two");
		ada.sees("one", "two");
		grace.sees("one", "two");
		Locator edited = message(grace, "two").locator(".message__foot time");
		assertThat(edited).hasText("edited");
		assertThat(edited).hasAttribute("title", java.util.regex.Pattern.compile("Edited .* at \\d.*"));
		assertThat(grace.page().locator(".message__edit")).hasCount(0);
		grace.page().reload();
		grace.connected().sees("one", "two");
		assertThat(message(grace, "two").locator(".message__foot")).hasText("edited");
		assertThat(ada.complaints()).isEmpty();
		assertThat(grace.complaints()).isEmpty();
	}

	@Test
	void aGuestOwnsMessagesAfterAReloadAndAnotherNameAndTheNextGuestDoesNot() {
		Person ada = server.person("ada-o").join().create("Owned");
		ada.write("mine").sees("mine");
		ada.page().reload();
		ada.connected().sees("mine");
		act(ada, "mine", "edit").click();
		ada.write("still mine").sees("still mine");
		ada.choose("Leave");
		assertThat(ada.page().locator("#sign-in-name")).isVisible();
		ada.signIn("ada-o");
		ada.connected().sees("still mine");
		assertThat(ada.page().locator(".message__edit")).hasCount(0);
		assertThat(ada.page().locator(".message__delete")).hasCount(0);
		assertThat(ada.page().locator(".message__reply")).hasCount(1);
	}

	@Test
	void anEditKeepsTheDraftAndOutlivesALostConnection() {
		Person ada = server.person("ada-d").join().create("Drafts");
		Person grace = server.person("grace-d").join().go("Drafts");
		ada.write("one").sees("one");
		ada.composer().fill("unfinished");
		act(ada, "one", "edit").click();
		assertThat(ada.composer()).hasValue("one");
		ada.composer().press("Escape");
		assertThat(ada.composer()).hasValue("unfinished");
		act(ada, "one", "edit").click();
		ada.offline(true);
		assertThat(ada.linkState()).hasText("Offline");
		ada.write("uno");
		assertThat(ada.composer()).hasValue("unfinished");
		assertThat(ada.messages()).hasText("uno");
		assertThat(ada.page().locator(".message__state")).hasText("Saving…");
		grace.sees("one");
		ada.offline(false);
		ada.connected().sees("uno");
		grace.sees("uno");
		ada.page().reload();
		ada.connected().sees("uno");
		assertThat(ada.composer()).hasValue("unfinished");
	}

	@Test
	void aRefusedEditStaysWithTheReason() {
		Person ada = server.person("ada-r").signUp("correct horse").create("Refused");
		Person grace = server.person("grace-r").join().go("Refused");
		grace.write("one").sees("one");
		act(grace, "one", "edit").click();
		act(ada, "one", "delete").click();
		ada.button("Delete message").click();
		ada.sees("Message deleted");
		assertThat(grace.messages()).hasText("Message deleted");
		grace.write("uno");
		assertThat(grace.page().locator(".message__state")).containsText("Not saved: This message was deleted.");
		grace.button("Discard").click();
		grace.sees("Message deleted");
		assertThat(message(grace, "Message deleted")).containsText("by ada-r");
		grace.page().reload();
		assertThat(message(grace.connected(), "Message deleted")).containsText("by ada-r");
	}

	@Test
	void aReplyShowsItsOriginalAsItIs() {
		Person ada = server.person("ada-q").join().create("Replies");
		Person grace = server.person("grace-q").join().go("Replies");
		ada.write("tea?").sees("tea?");
		grace.sees("tea?");
		act(grace, "tea?", "reply").click();
		assertThat(grace.page().locator("#composer-task")).containsText("Reply to ada-q");
		assertThat(grace.page().locator("#composer-task")).containsText("tea?");
		grace.composer().press("Escape");
		act(grace, "tea?", "reply").click();
		grace.write("yes").sees("tea?", "yes");
		ada.sees("tea?", "yes");
		for (Person each : new Person[] { ada, grace }) {
			assertThat(message(each, "yes").locator(".message__quote")).hasText("Reply to ada-q" + "tea?");
			assertThat(message(each, "tea?").locator(".message__foot")).hasText("1 reply");
		}
		act(ada, "tea?", "edit").click();
		ada.write("coffee?");
		assertThat(message(grace, "yes").locator(".message__quote")).hasText("Reply to ada-qcoffee?");
		grace.offline(true);
		assertThat(grace.linkState()).hasText("Offline");
		act(ada, "coffee?", "delete").click();
		ada.button("Delete message").click();
		ada.sees("Message deleted", "yes");
		grace.offline(false);
		grace.connected().sees("Message deleted", "yes");
		assertThat(message(grace, "yes").locator(".message__quote")).hasText("Reply to ada-qMessage deleted");
		assertThat(grace.page().locator("body")).not().containsText("coffee?");
	}

	@Test
	void aReplyLeadsToItsOriginalHoweverFarBack() {
		Person ada = server.person("ada-j").join();
		ada.write("the very first").seesOnce("the very first");
		ada.writeMany(180);
		ada.seesOnce("number 180");
		act(ada, "the very first", "reply").click();
		ada.write("so far back").seesOnce("so far back");
		Page page = ada.page();
		page.reload();
		ada.connected().seesOnce("so far back");
		Locator original = message(ada, "the very first");
		assertThat(original).hasCount(0);
		message(ada, "so far back").locator(".message__quote").click();
		assertThat(original).isFocused();
		assertThat(original).isInViewport();
		assertThat(original.locator(".message__foot")).hasText("1 reply");
		assertThat(message(ada, "number 180")).hasCount(0);
		Person grace = server.person("grace-j").join();
		grace.write("news").seesOnce("news");
		assertThat(page.locator("#to-newest")).hasText("1 new message ↓");
		page.locator("#to-newest").click();
		ada.seesOnce("news");
		assertThat(original).hasCount(0);
		message(ada, "so far back").locator(".message__quote").click();
		assertThat(original).isInViewport();
		act(ada, "the very first", "edit").click();
		ada.write("the first of all");
		assertThat(message(ada, "the first of all")).isInViewport();
		for (int last = 100; last <= 180; last += 40) {
			Locator next = message(ada, "number " + last);
			page.waitForCondition(() -> {
				page.evaluate("() => document.querySelector('#log').scrollTop = 1e9");
				return next.count() > 0;
			});
		}
		ada.seesOnce("news");
		assertThat(message(ada, "so far back").locator(".message__quote")).containsText("the first of all");
	}

	@Test
	void peopleReactWithAnyEmojiAndSeeWhoDidLive() {
		Person ada = server.person("ada-e").join().create("Reactions");
		Person grace = server.person("grace-e").join().go("Reactions");
		ada.write("tea?").sees("tea?");
		grace.sees("tea?");
		choose(grace, "tea?", "polar bear");
		Locator seen = ada.page().locator(".reaction");
		assertThat(seen).hasText("🐻‍❄️1");
		assertThat(seen).hasAccessibleName("🐻‍❄️ 1: grace-e");
		assertThat(seen).hasAttribute("aria-pressed", "false");
		Locator own = grace.page().locator(".reaction");
		assertThat(own).hasAttribute("aria-pressed", "true");
		assertThat(grace.page().locator(".message__react")).isFocused();
		seen.focus();
		assertThat(tooltip(ada)).contains("grace-e");
		seen.press("Enter");
		assertThat(seen).hasText("🐻‍❄️2");
		assertThat(seen).hasAttribute("aria-pressed", "true");
		assertThat(seen).isFocused();
		assertThat(own).hasAccessibleName("🐻‍❄️ 2: grace-e and ada-e");
		choose(ada, "tea?", "party popper");
		assertThat(own).hasText(new String[] { "🐻‍❄️2", "🎉1" });
		own.first().click();
		assertThat(seen).hasText(new String[] { "🐻‍❄️1", "🎉1" });
		ada.page().reload();
		ada.connected();
		assertThat(seen).hasText(new String[] { "🐻‍❄️1", "🎉1" });
		assertThat(seen.first()).hasAttribute("aria-pressed", "true");
		seen.first().click();
		assertThat(own).hasText(new String[] { "🎉1" });
		act(ada, "tea?", "delete").click();
		ada.button("Delete message").click();
		assertThat(own).hasCount(0);
		assertThat(ada.complaints()).isEmpty();
		assertThat(grace.complaints()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("chat.hubbub.web.Axe#looks")
	void reactionsHaveNoBarriers(ColorScheme scheme, int width) {
		Person ada = server.person("ada-" + scheme + width, width, scheme).join();
		if (width == Person.NARROW) {
			ada.button("Open the list of topics").click();
		}
		ada.create("Look " + scheme + width);
		ada.write("Is there anybody who wants a second cup of tea, or a biscuit?").write("the last");
		for (String emoji : new String[] { "polar bear", "party popper", "red heart", "teacup without handle",
				"flag: China", "rainbow flag", "hundred points", "family" }) {
			choose(ada, "the last", emoji);
		}
		assertThat(ada.page().locator(".reaction")).hasCount(8);
		Axe.verify(ada, "reactions");
		ada.page().locator(".reaction").nth(2).focus();
		Axe.verify(ada, "a reaction with the focus");
	}

	private static void choose(Person person, String text, String emoji) {
		Locator chips = message(person, text).locator(".reaction");
		int before = chips.count();
		act(person, text, "react").click();
		Locator search = person.page().locator("#emoji-search");
		search.fill(emoji);
		assertThat(person.page().locator("#emoji-grid button").first()).isVisible();
		search.press("Enter");
		assertThat(chips).hasCount(before + 1);
	}

	private static String tooltip(Person person) {
		return (String) person.page()
			.evaluate("() => getComputedStyle(document.querySelector('.reaction:focus-visible'), '::after').content");
	}

	private static Locator message(Person person, String text) {
		return person.page()
			.locator(".message")
			.filter(new Locator.FilterOptions().setHas(person.page()
				.locator(".message__text")
				.getByText(text, new Locator.GetByTextOptions().setExact(true))));
	}

	/** A button of a message, which shows under the pointer. */
	private static Locator act(Person person, String text, String name) {
		Locator message = message(person, text);
		message.hover();
		return message.locator(".message__" + name);
	}

}
