package chat.hubbub.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The list of people, and who is typing. */
class PeoplePageIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer();

	@Test
	void twoPeopleSeeEachOtherAndWhoIsTyping() {
		Person ada = server.person("ada").join().create("Tea");
		Person grace = server.person("grace").join().go("Tea");
		assertThat(people(ada)).hasText(new String[] { "ada", "grace" });
		assertThat(people(grace)).hasText(new String[] { "ada", "grace" });
		assertThat(ada.page().locator("#people-summary")).hasText("2 online");
		grace.composer().pressSequentially("I wonder");
		assertThat(typing(ada)).containsText("grace");
		assertThat(typing(ada)).containsText("is typing…");
		assertThat(typing(grace)).isEmpty();
		grace.composer().press("Enter");
		assertThat(typing(ada)).isEmpty();
		ada.sees("I wonder");
		assertThat(ada.complaints()).isEmpty();
		assertThat(grace.complaints()).isEmpty();
	}

	@Test
	void whoIsIdleIsAwayUntilTheNextInput() {
		Person ada = server.person("ada").join().create("Idle");
		Person grace = server.person("grace");
		grace.page().clock().install();
		grace.join().go("Idle");
		assertThat(people(ada)).hasText(new String[] { "ada", "grace" });
		grace.page().clock().runFor("06:00");
		assertThat(state(ada, "grace")).hasText("away");
		assertThat(ada.page().locator("#people-summary")).hasText("1 online, 1 away");
		grace.page().keyboard().press("Shift");
		assertThat(state(ada, "grace")).isEmpty();
	}

	@Test
	void isClosedAndOpenedBesideTheMessages() {
		Person ada = server.person("ada").join();
		Locator toggle = ada.page().locator("#people-toggle");
		assertThat(ada.page().locator("#people")).isVisible();
		assertThat(toggle).hasAttribute("aria-expanded", "true");
		ada.button("Close the list of people").click();
		assertThat(ada.page().locator("#people")).isHidden();
		assertThat(toggle).isFocused();
		assertThat(toggle).hasAccessibleName("People: 1 online");
		toggle.click();
		assertThat(people(ada)).hasText(new String[] { "ada" });
	}

	@Test
	void liesAboveTheMessagesOnANarrowScreen() {
		Person ada = server.person("ada", Person.NARROW, ColorScheme.LIGHT).join();
		assertThat(ada.page().locator("#people")).isHidden();
		ada.page().locator("#people-toggle").click();
		assertThat(people(ada)).hasText(new String[] { "ada" });
		assertThat(ada.button("Close the list of people")).isFocused();
		ada.page().keyboard().press("Escape");
		assertThat(ada.page().locator("#people")).isHidden();
		assertThat(ada.page().locator("#people-toggle")).isFocused();
		ada.page().locator("#people-toggle").click();
		assertThat(ada.page().locator("#people")).isVisible();
		ada.page().locator("#log").click(new Locator.ClickOptions().setPosition(5, 5));
		assertThat(ada.page().locator("#people")).isHidden();
	}

	@Test
	void aModeratorMutesAndBansFromTheList() {
		Person ada = server.person("ada-p").signUp("correct horse").create("Order");
		Person eve = server.person("eve-p").join().go("Order");
		assertThat(people(ada)).hasText(new String[] { "ada-p", "eve-p" });
		assertThat(eve.page().locator("#people-list button")).hasCount(0);
		assertThat(ada.page().locator("#people-list button")).hasCount(1);
		act(ada, "eve-p", "Mute…");
		assertThat(ada.page().locator("#sanction-dialog-text")).hasText("eve-p can read Order but not write there.");
		ada.field("Reason (optional)").fill("rude");
		ada.button("Mute").click();
		assertThat(ada.page().locator("#sanction-dialog")).isHidden();
		eve.write("I was muted");
		assertThat(eve.page().locator(".message__state"))
			.containsText("Not sent: You may not post to this topic until");
		act(ada, "eve-p", "Ban…");
		ada.field("For").selectOption("Until it is lifted");
		ada.button("Ban").click();
		assertThat(eve.page().locator("#notice")).containsText("You can no longer read Order.");
		assertThat(people(eve)).hasCount(0);
	}

	@Test
	void aGuestIsOfferedNothingThatNeedsAnAccount() {
		Person ada = server.person("ada-w").signUp("correct horse");
		Person grace = server.person("grace-w").signUp("correct horse").create("Wishes");
		Person eve = server.person("eve-w").join().go("Wishes");
		ada.go("Wishes");
		assertThat(people(ada)).hasText(new String[] { "ada-w", "eve-w", "grace-w" });
		Locator offered = ada.page().locator("#people-list button");
		assertThat(offered.locator(".person__name")).hasText("grace-w");
		offered.click();
		assertThat(ada.page().locator("#person-menu button")).hasText(new String[] { "Message", "Block…" });
		assertThat(eve.page().locator("#people-list button")).hasCount(0);
		act(grace, "eve-w", "Mute…");
		assertThat(grace.page().locator("#person-menu button")).hasText(new String[] { "Mute…", "Ban…" });
	}

	@Test
	void theMenuOfAMessageLeavesThePeopleInSight() {
		Person ada = server.person("ada-m").join().create("Menus");
		ada.write("tea?").sees("tea?");
		ada.page().locator(".message").hover();
		ada.page().locator("[data-action=more]").click();
		double right = right(ada, "#message-menu");
		assertThat(right).isLessThanOrEqualTo(right(ada, "#room")).isLessThanOrEqualTo(left(ada, "#people"));
	}

	@ParameterizedTest
	@MethodSource("chat.hubbub.web.Axe#looks")
	void isAccessible(ColorScheme scheme, int width) {
		String name = "ada-" + scheme + "-" + width;
		Person ada = server.person(name, width, scheme).signUp("correct horse");
		if (width == Person.NARROW) {
			ada.button("Open the list of topics").click();
		}
		ada.create("Look " + name);
		Person eve = server.person("eve").open("#/look-" + name.toLowerCase());
		eve.signIn("eve");
		assertThat(eve.connected().heading()).hasText("Look " + name);
		eve.composer().pressSequentially("well");
		assertThat(typing(ada)).containsText("eve");
		if (width == Person.NARROW) {
			ada.page().locator("#people-toggle").click();
		}
		assertThat(people(ada)).hasCount(2);
		Axe.verify(ada, "people");
		ada.page().locator("#people-list button").click();
		Axe.verify(ada, "menu of a person");
		ada.button("Ban…").click();
		Axe.verify(ada, "ban");
		ada.page().keyboard().press("Escape");
	}

	private static double left(Person person, String selector) {
		return person.page().locator(selector).boundingBox().x;
	}

	private static double right(Person person, String selector) {
		return left(person, selector) + person.page().locator(selector).boundingBox().width;
	}

	private static void act(Person moderator, String name, String act) {
		moderator.page().locator("#people-list button").filter(new Locator.FilterOptions().setHasText(name)).click();
		moderator.button(act).click();
	}

	private static Locator people(Person person) {
		return person.page().locator("#people-list .person__name");
	}

	private static Locator state(Person person, String name) {
		return person.page()
			.locator("#people-list .person")
			.filter(new Locator.FilterOptions().setHasText(name))
			.locator(".person__state");
	}

	private static Locator typing(Person person) {
		return person.page().locator("#typing");
	}

}
