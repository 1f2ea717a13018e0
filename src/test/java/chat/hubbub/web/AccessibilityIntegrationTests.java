package chat.hubbub.web;

import java.util.Locale;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Axe looks at every state of the page, in both themes, on a phone and on a desk. */
class AccessibilityIntegrationTests {

	/** All kinds of markup, and all colours of code. */
	private static final String MARKUP = """
			**a** *b* ~~c~~ `d` [e](https://example.org)
			> f
			- g

			1. h
			```js
			class A { b = "b" + 1; } // c
			```""";

	@RegisterExtension
	static final PageServer server = new PageServer();

	@ParameterizedTest
	@MethodSource("chat.hubbub.web.Axe#looks")
	void findsNothing(ColorScheme scheme, int width) {
		Person ada = server.person("ada", width, scheme);
		ada.open("").signIn("<ada>");
		assertThat(ada.page().locator("#sign-in-error")).not().isEmpty();
		verify(ada, "sign-in");
		ada.signIn("ada");
		ada.connected().write("see https://example.org").write(MARKUP).write("and more");
		assertThat(ada.page().locator(".hl-comment").last()).hasText("// c");
		assertThat(ada.page().locator(".message[data-state=stored]").last()).containsText("and more");
		verify(ada, "chat");
		verifyEmoji(ada);
		verifySidebar(ada, width);
		ada.offline(true);
		assertThat(ada.linkState()).hasText("Offline");
		ada.write("written offline");
		assertThat(ada.page().locator(".message[data-state=sending]")).isVisible();
		verify(ada, "offline");
		ada.offline(false);
		ada.connected().open("#/nowhere");
		assertThat(ada.page().getByText("There is no topic")).isVisible();
		verify(ada, "unknown topic");
	}

	@ParameterizedTest
	@MethodSource("chat.hubbub.web.Axe#looks")
	void findsNothingWithAnAccount(ColorScheme scheme, int width) {
		String name = "grace-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
		Person grace = server.person(name, width, scheme);
		grace.open("").button("Create an account").click();
		grace.field("Your name").fill(name);
		grace.field("Password").fill("short");
		grace.button("Create account").click();
		assertThat(grace.page().locator("#sign-in-error")).not().isEmpty();
		verify(grace, "sign-up");
		grace.signIn(name, "wrong horse");
		assertThat(grace.page().locator("#sign-in-error")).containsText("no account");
		verify(grace, "sign-in");
		grace.signUp("correct horse");
		if (width == Person.NARROW) {
			grace.button("Open the list of topics").click();
		}
		grace.choose("Account");
		verify(grace, "account");
		grace.button("Delete account…").click();
		verify(grace, "deletion");
		grace.page().keyboard().press("Escape");
		if (width == Person.NARROW) {
			grace.open("");
			grace.connected();
			grace.button("Open the list of topics").click();
		}
		grace.create("Settings of " + name);
		grace.button("Topic settings").click();
		assertThat(grace.page().locator("#members bdi")).hasText(name);
		verify(grace, "settings");
		grace.page().keyboard().press("Escape");
		grace.write("a word").write("another").sees("a word", "another");
		Locator button = grace.page().locator(".message__delete").first();
		button.focus();
		verify(grace, "delete button");
		grace.page().locator(".message__reply").first().press("Enter");
		verify(grace, "reply");
		grace.write("an answer").sees("a word", "another", "an answer");
		grace.composer().press("ArrowUp");
		verify(grace, "edit");
		grace.write("an edited answer").sees("a word", "another", "an edited answer");
		verify(grace, "edited reply");
		button.press("Enter");
		verify(grace, "deletion of a message");
		grace.button("Delete message").click();
		grace.sees("Message deleted", "another", "an edited answer");
		verify(grace, "deleted message");
	}

	private static void verifyEmoji(Person ada) {
		ada.button("Emoji").click();
		assertThat(ada.button("grinning face")).isVisible();
		verify(ada, "emoji");
		ada.page().keyboard().press("Escape");
		ada.composer().pressSequentially(":hear");
		assertThat(ada.page().locator("#completion")).isVisible();
		verify(ada, "completion");
		ada.composer().fill("");
	}

	private static void verifySidebar(Person ada, int width) {
		if (width == Person.NARROW) {
			ada.button("Open the list of topics").click();
			verify(ada, "drawer");
		}
		ada.button("New topic").click();
		verify(ada, "dialog");
		ada.page().keyboard().press("Escape");
	}

	private static void verify(Person person, String state) {
		Axe.verify(person, state);
	}

}
