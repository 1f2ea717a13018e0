package chat.hubbub.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** People mention each other by keyboard, and see who is meant. */
class MentionPageIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer();

	@Test
	void aNameIsCompletedByKeyboardAndThePersonSeesIt() {
		Person ada = server.person("ada lovelace").join().create("Names");
		Person grace = server.person("grace-m").join().go("Names");
		Person joan = server.person("joan-m").join().go("Names");
		awaitPeople(ada, 3);
		ada.composer().pressSequentially("tea, @");
		assertThat(offers(ada)).hasText(new String[] { "@grace-m", "@joan-m", "@here: everybody in this topic now" });
		ada.composer().pressSequentially("j");
		assertThat(offers(ada)).hasText(new String[] { "@joan-m" });
		ada.composer().press("Backspace");
		ada.composer().press("ArrowDown");
		ada.composer().press("ArrowUp");
		ada.composer().press("Enter");
		assertThat(ada.composer()).hasValue("tea, @grace-m ");
		assertThat(offers(ada)).hasCount(0);
		ada.composer().pressSequentially("at @four?");
		ada.composer().press("Enter");
		for (Person each : new Person[] { ada, grace, joan }) {
			each.sees("tea, @grace-m at @four?");
			assertThat(each.page().locator(".mention")).hasText("@grace-m");
		}
		assertThat(grace.page().locator("mark.mention")).hasCount(1);
		assertThat(grace.page().locator(".message[data-for-me]")).hasCount(1);
		assertThat(joan.page().locator("mark.mention")).hasCount(0);
		assertThat(joan.page().locator(".message[data-for-me]")).hasCount(0);
		grace.composer().pressSequentially("@Ada l");
		grace.composer().press("Tab");
		grace.composer().pressSequentially("yes");
		grace.composer().press("Enter");
		assertThat(ada.page().locator("mark.mention")).hasText("@ada lovelace");
		grace.page().reload();
		assertThat(grace.connected().page().locator(".mention")).hasText(new String[] { "@grace-m", "@ada lovelace" });
		for (Person each : new Person[] { ada, grace, joan }) {
			assertThat(each.complaints()).isEmpty();
		}
	}

	@Test
	void enterSendsANameThatIsComplete() {
		Person ada = server.person("ada-c").join().create("Complete");
		Person grace = server.person("grace-c").join().go("Complete");
		server.person("grace-c hopper").join().go("Complete");
		awaitPeople(ada, 3);
		ada.composer().pressSequentially("@Grace-C");
		assertThat(offers(ada)).hasText(new String[] { "@grace-c", "@grace-c hopper" });
		ada.composer().press("Enter");
		ada.sees("@Grace-C");
		assertThat(offers(ada)).hasCount(0);
		assertThat(grace.page().locator("mark.mention")).hasText("@Grace-C");
		ada.composer().pressSequentially("@grace-c");
		assertThat(offers(ada)).hasCount(2);
		ada.composer().press("ArrowDown");
		ada.composer().press("Enter");
		assertThat(ada.composer()).hasValue("@grace-c hopper ");
		ada.composer().fill("");
		ada.composer().pressSequentially("@here");
		assertThat(offers(ada)).hasCount(1);
		ada.composer().press("Enter");
		ada.sees("@Grace-C", "@here");
	}

	@Test
	void accountsAreOfferedToAccountsBehindThePeopleOfTheTopic() {
		Person ada = server.person("ada-k").signUp("correct horse").create("Accounts");
		server.person("zoe-k-away").signUp("correct horse");
		Person guest = server.person("zoe-k").join().go("Accounts");
		awaitPeople(ada, 2);
		ada.composer().pressSequentially("@ZO");
		assertThat(offers(ada)).hasText(new String[] { "@zoe-k", "@zoe-k-away" });
		guest.composer().pressSequentially("@zo");
		assertThat(offers(guest)).hasCount(0);
	}

	@Test
	void hereIsForAllOthersAndCodeForNobody() {
		Person ada = server.person("ada-h").join().create("Here");
		Person grace = server.person("grace-h").join().go("Here");
		awaitPeople(ada, 2);
		ada.write("`@here` and @grace-hopper");
		grace.composer().pressSequentially("`@a");
		assertThat(offers(grace)).hasCount(0);
		grace.composer().fill("");
		ada.composer().pressSequentially("@he");
		ada.composer().press("Tab");
		ada.composer().pressSequentially("hurry");
		ada.composer().press("Enter");
		assertThat(grace.page().locator("mark.mention")).hasText("@here");
		assertThat(ada.page().locator("span.mention")).hasText("@here");
		assertThat(ada.page().locator("mark.mention")).hasCount(0);
	}

	@Test
	void aMentionFollowsEditsAndDeletions() {
		Person ada = server.person("ada-f").join().create("Follows");
		Person grace = server.person("grace-f").join().go("Follows");
		awaitPeople(ada, 2);
		ada.write("tea, @grace-f?").sees("tea, @grace-f?");
		Locator mark = grace.page().locator("mark.mention");
		assertThat(mark).hasText("@grace-f");
		edit(ada, "tea?");
		grace.sees("tea?");
		assertThat(mark).hasCount(0);
		grace.offline(true);
		edit(ada, "@Grace-F?");
		ada.sees("@Grace-F?");
		grace.offline(false);
		assertThat(mark).hasText("@Grace-F");
		ada.page().locator(".message").hover();
		ada.page().locator(".message__delete").click();
		ada.button("Delete message").click();
		grace.sees("Message deleted");
		assertThat(grace.page().locator(".message[data-for-me]")).hasCount(0);
	}

	@Test
	void aMentionOpensTheMenuOfThePerson() {
		Person ada = server.person("ada-n").signUp("correct horse").create("Menu");
		Person grace = server.person("grace-n").join().go("Menu");
		awaitPeople(ada, 2);
		ada.write("who is @grace-n ?").sees("who is @grace-n ?");
		ada.page().locator("button.mention").focus();
		ada.page().keyboard().press("Enter");
		Locator offered = ada.page().locator("#mention-menu button");
		assertThat(offered).hasText(new String[] { "Mention", "Mute…", "Ban…" });
		assertThat(ada.button("Mention")).isFocused();
		ada.page().keyboard().press("Enter");
		assertThat(ada.composer()).isFocused();
		assertThat(ada.composer()).hasValue("@grace-n ");
		ada.page().locator("button.mention").click();
		ada.button("Mute…").click();
		assertThat(ada.page().locator("#sanction-dialog-text")).containsText("grace-n");
		assertThat(grace.page().locator("button.mention")).hasCount(0);
		ada.page().keyboard().press("Escape");
		server.person("joan-n").signUp("correct horse");
		ada.create("Yonder").write("@grace-n, @joan-n!").sees("@grace-n, @joan-n!");
		ada.page().locator("button.mention").first().click();
		assertThat(offered).hasText(new String[] { "Mention", "Mute…", "Ban…" });
		ada.page().keyboard().press("Escape");
		ada.page().locator("button.mention").last().click();
		assertThat(offered).hasText(new String[] { "Mention", "Message", "Block…", "Mute…", "Ban…" });
	}

	@Test
	void theNameAndThePictureAtAMessageOpenTheMenuToo() {
		Person ada = server.person("ada-o").signUp("correct horse").create("Authors");
		Person grace = server.person("grace-o").signUp("correct horse").go("Authors");
		grace.write("tea?").sees("tea?");
		ada.write("yes").sees("tea?", "yes");
		grace.go("Lobby");
		Locator offered = ada.page().locator("#mention-menu button");
		Locator message = ada.page().locator(".message").first();
		message.focus();
		ada.page().keyboard().press("Tab");
		assertThat(message.locator(".message__person")).isFocused();
		ada.page().keyboard().press("Enter");
		assertThat(offered).hasText(new String[] { "Mention", "Message", "Block…", "Mute…", "Ban…" });
		ada.page().keyboard().press("Escape");
		assertThat(message.locator(".message__person")).isFocused();
		message.locator(".avatar").click();
		assertThat(offered).hasCount(5);
		ada.page().keyboard().press("Escape");
		message.focus();
		ada.page().keyboard().press("Enter");
		assertThat(message.locator(".message__react")).isFocused();
		assertThat(ada.page().locator(".message").last().locator(".message__person")).hasCount(0);
		assertThat(ada.complaints()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("chat.hubbub.web.Axe#looks")
	void hasNoBarriers(ColorScheme scheme, int width) {
		String title = "Look " + scheme + width;
		Person ada = server.person("ada-" + scheme + width, width, scheme).join();
		Person grace = server.person("grace-" + scheme + width).join();
		if (width == Person.NARROW) {
			ada.button("Open the list of topics").click();
		}
		ada.create(title);
		grace.go(title);
		awaitPeople(grace, 2);
		grace.write("Is there more tea, @ada-" + scheme + width + " ?");
		ada.write("@grace-" + scheme + width + " brings it, also to @here and @nobody.");
		assertThat(ada.page().locator(".mention")).hasCount(3);
		ada.composer().pressSequentially("@");
		assertThat(offers(ada)).hasCount(2);
		Axe.verify(ada, "mentions");
		ada.composer().press("Escape");
		ada.page().locator("button.mention").click();
		Axe.verify(ada, "menu of a mention");
	}

	private static void edit(Person person, String text) {
		person.composer().press("ArrowUp");
		person.write(text);
	}

	private static void awaitPeople(Person person, int count) {
		assertThat(person.page().locator("#people-list .person__name")).hasCount(count);
	}

	private static Locator offers(Person person) {
		return person.page().locator(".completion__offer");
	}

}
