package chat.hubbub.web;

import java.util.Map;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.Role;
import chat.hubbub.account.Username;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Moderation as the page shows it and, in part, does it. */
class ModerationPageIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer();

	private static final String PASSWORD = "correct horse";

	private static final String GONE = "Message deleted";

	@Test
	void aDeletedMessageIsGoneInEveryPageAndStaysSo() {
		Person ada = server.person("ada").signUp(PASSWORD).create("Garden");
		Person grace = server.person("grace").join().go("Garden");
		grace.write("first").write("rude").write("last");
		ada.sees("first", "rude", "last");
		assertThat(server.person("eve").join().go("Garden").page().locator(".message__delete")).hasCount(0);
		deletion(ada, "rude").click();
		ada.button("Cancel").click();
		ada.sees("first", "rude", "last");
		deletion(ada, "rude").click();
		ada.button("Delete message").click();
		ada.sees("first", GONE, "last");
		grace.sees("first", GONE, "last");
		assertThat(ada.page().locator(".message__delete")).hasCount(2);
		grace.write("sorry");
		grace.page().reload();
		grace.connected().sees("first", GONE, "last", "sorry");
		ada.sees("first", GONE, "last", "sorry");
		assertThat(ada.complaints()).isEmpty();
		assertThat(grace.complaints()).isEmpty();
	}

	@Test
	void deletesByKeyboardAndKeepsTheFocusInTheList() {
		Person ada = server.person("ada-k").signUp(PASSWORD).create("Keys");
		ada.write("one").write("two").sees("one", "two");
		Locator button = deletion(ada, "one");
		ada.page().locator("#log").focus();
		for (String act : new String[] { "react", "reply", "edit", "delete" }) {
			ada.page().keyboard().press("Tab");
			assertThat(ada.page().locator(".message__" + act).first()).isFocused();
		}
		assertThat(button).isFocused();
		assertThat(button.locator("..")).hasCSS("opacity", "1");
		assertThat(button).hasAccessibleName("Delete message from ada-k");
		ada.page().keyboard().press("Enter");
		assertThat(ada.page().locator("#message-dialog")).isVisible();
		ada.page().keyboard().press("Escape");
		assertThat(button).isFocused();
		ada.page().keyboard().press("Enter");
		ada.button("Delete message").press("Enter");
		ada.sees(GONE, "two");
		assertThat(ada.page().locator("#log")).isFocused();
	}

	@Test
	void deletesByTouch() {
		Person ada = server.person("ada-t").signUp(PASSWORD).create("Touch");
		ada.write("one").sees("one");
		try (BrowserContext phone = server.browser()
			.newContext(new Browser.NewContextOptions().setHasTouch(true)
				.setIsMobile(true)
				.setViewportSize(Person.NARROW, 640)
				.setStorageState(ada.page().context().storageState()))) {
			Page page = phone.newPage();
			page.navigate(ada.page().url());
			Locator button = page.locator(".message__delete");
			assertThat(button.locator("..")).hasCSS("opacity", "0");
			page.locator(".message__text").tap();
			assertThat(button.locator("..")).hasCSS("opacity", "1");
			button.tap();
			page.locator("#message-dialog [type=submit]").tap();
			assertThat(page.locator(".message__text")).hasText(GONE);
		}
		ada.sees(GONE);
	}

	@Test
	void membersDeleteWhatIsTheirs() {
		server.person("ada-m").signUp(PASSWORD).create("Members").write("by ada");
		Person linus = server.person("linus-m").signUp(PASSWORD).go("Members");
		linus.write("by linus").sees("by ada", "by linus");
		assertThat(linus.page().locator(".message__delete")).hasCount(1);
		deletion(linus, "by linus").click();
		linus.button("Delete message").click();
		linus.sees("by ada", GONE);
	}

	@Test
	void aDeletionIsNoNews() {
		Person ada = server.person("ada-u").signUp(PASSWORD).create("Unseen");
		Person grace = server.person("grace-u").join().go("Unseen");
		ada.write("line\n".repeat(60) + "end").write("rude");
		assertThat(grace.messages()).hasCount(2);
		grace.page().evaluate("() => document.querySelector('#log').scrollTop = 0");
		assertThat(grace.page().locator("#to-newest")).containsText("Jump to the newest");
		deletion(ada, "rude").click();
		ada.button("Delete message").click();
		assertThat(grace.messages().nth(1)).hasText(GONE);
		assertThat(grace.page().locator("#to-newest")).containsText("Jump to the newest");
		ada.write("news");
		assertThat(grace.page().locator("#to-newest")).containsText("1 new message");
	}

	@Test
	void whoIsMutedIsToldUntilWhen() {
		Person ada = server.person("ada-q").signUp(PASSWORD).create("Quiet");
		Person grace = server.person("grace-q").join().go("Quiet");
		impose(ada, "topics/quiet/mutes", "grace-q");
		grace.write("I was muted");
		assertThat(grace.page().locator(".message__state"))
			.containsText("Not sent: You may not post to this topic until");
	}

	@Test
	void whoIsBannedIsShownOutAndToldUntilWhen() {
		Person ada = server.person("ada-b").signUp(PASSWORD).create("Bans");
		Person linus = server.person("linus-b").signUp(PASSWORD).go("Bans");
		impose(ada, "topics/bans/bans", "linus-b");
		assertThat(linus.page().locator("#notice")).containsText("You can no longer read Bans.");
		assertThat(linus.sidebar()).not().containsText("Bans");
		Account admin = server.bean(Accounts.class).find(new Username("ada-b")).orElseThrow();
		server.bean(Accounts.class).changeRole(admin.id(), Role.ADMIN);
		impose(ada, "bans", "linus-b");
		assertThat(linus.page().locator("#sign-in-error")).containsText("You are banned from this server until");
		linus.page().reload();
		assertThat(linus.page().locator("#sign-in-error")).containsText("You are banned from this server until");
	}

	/** The button that deletes a message; seen once the pointer is there. */
	private static Locator deletion(Person person, String text) {
		Locator message = person.page()
			.locator(".message")
			.filter(new Locator.FilterOptions()
				.setHas(person.page().getByText(text, new Page.GetByTextOptions().setExact(true))));
		message.hover();
		return message.locator(".message__delete");
	}

	private static void impose(Person moderator, String path, String name) {
		Object status = moderator.page().evaluate("""
				async ({ path, name }) => (await fetch(`api/${path}`, {
					method: 'POST',
					headers: {
						'Content-Type': 'application/json',
						'X-XSRF-TOKEN': /XSRF-TOKEN=([^;]*)/.exec(document.cookie)[1],
					},
					body: JSON.stringify({ username: name, minutes: 60 }),
				})).status""", Map.of("path", path, "name", name));
		assertThat(status).isEqualTo(201);
	}

}
