package chat.hubbub.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Moderators look after their topics in the page, and the pages of others follow. */
class TopicSettingsPageIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer();

	private static final String PASSWORD = "correct horse";

	@Test
	void aPrivateTopicIsSeenByWhoIsInvitedWhileTheyAre() {
		Person ada = server.person("ada").signUp(PASSWORD);
		Person grace = server.person("grace").signUp(PASSWORD);
		Person eve = server.person("eve").join();
		ada.button("New topic").click();
		ada.field("Title").fill("Plans");
		ada.page().locator("#topic-dialog-access").selectOption("private");
		ada.button("Create topic").click();
		assertThat(ada.heading()).hasText("Plans");
		ada.write("only for us");
		ada.button("Topic settings").click();
		ada.field("Invite somebody with an account").fill("nobody");
		ada.button("Invite").click();
		assertThat(ada.page().locator("#members-error")).hasText("There is no account with this name.");
		ada.field("Invite somebody with an account").fill("grace");
		ada.button("Invite").click();
		assertThat(ada.page().locator("#members bdi")).hasText(new String[] { "ada", "grace" });
		grace.go("Plans").sees("only for us");
		grace.write("thank you");
		assertThat(grace.button("Topic settings")).isHidden();
		assertThat(eve.sidebar()).not().containsText("Plans");
		ada.button("Remove: grace").click();
		assertThat(grace.page().locator("#absent")).containsText("There is no topic");
		assertThat(grace.page().locator("#notice")).containsText("You can no longer read Plans.");
		assertThat(grace.sidebar()).not().containsText("Plans");
		assertThat(grace.page().locator("#log-rows")).isHidden();
		// The browser logs that the account was not found, and nothing else.
		assertThat(ada.complaints()).singleElement().asString().contains("404");
		assertThat(grace.complaints()).isEmpty();
		assertThat(eve.complaints()).isEmpty();
	}

	@Test
	void announcementsAreWrittenByModeratorsOnly() {
		Person ada = server.person("ada-a").signUp(PASSWORD).create("News");
		Person eve = server.person("eve-a").join().go("News");
		assertThat(eve.composer()).isVisible();
		ada.button("Topic settings").click();
		ada.page().locator("#settings-dialog-title").fill("Old news");
		ada.page().getByLabel("Only moderators post").check();
		ada.button("Save").click();
		assertThat(ada.page().locator("#settings-dialog")).isHidden();
		assertThat(eve.heading()).hasText("Old news");
		assertThat(eve.composer()).isHidden();
		assertThat(eve.page().locator("#read-only")).hasText("Only moderators post here.");
		ada.write("Tea is ready");
		eve.sees("Tea is ready");
		eve.page().reload();
		eve.connected();
		assertThat(eve.composer()).isHidden();
		assertThat(eve.button("Topic settings")).isHidden();
		ada.button("Topic settings").click();
		ada.page().getByLabel("Only moderators post").uncheck();
		ada.button("Save").click();
		assertThat(eve.composer()).isVisible();
	}

	@Test
	void whoWasInvitedCanLeave() {
		Person ada = server.person("ada-l").signUp(PASSWORD);
		Person grace = server.person("grace-l").signUp(PASSWORD).create("For everybody");
		assertThat(grace.button("Leave topic")).isHidden();
		ada.button("New topic").click();
		ada.field("Title").fill("Secrets");
		ada.page().locator("#topic-dialog-access").selectOption("private");
		ada.button("Create topic").click();
		assertThat(ada.heading()).hasText("Secrets");
		ada.button("Topic settings").click();
		ada.field("Invite somebody with an account").fill("grace-l");
		ada.button("Invite").click();
		grace.go("Secrets").button("Leave topic").click();
		assertThat(grace.page().locator("#confirm-dialog")).containsText("Leave Secrets?");
		grace.button("Cancel").click();
		assertThat(grace.heading()).hasText("Secrets");
		grace.button("Leave topic").click();
		grace.page().locator("#confirm-dialog-agree").click();
		assertThat(grace.heading()).hasText("Lobby");
		assertThat(grace.sidebar()).not().containsText("Secrets");
		assertThat(grace.page().locator("#notice")).isHidden();
		assertThat(grace.composer()).isFocused();
		ada.page().keyboard().press("Escape");
		ada.button("Topic settings").click();
		assertThat(ada.page().locator("#members bdi")).hasText(new String[] { "ada-l" });
		assertThat(grace.complaints()).isEmpty();
	}

	@Test
	void stayingIsToldWhenLeavingFails() {
		Person ada = server.person("ada-s").signUp(PASSWORD);
		ada.button("New topic").click();
		ada.field("Title").fill("Sticky");
		ada.page().locator("#topic-dialog-access").selectOption("private");
		ada.button("Create topic").click();
		assertThat(ada.heading()).hasText("Sticky");
		new Canned(ada.page()).refuse("DELETE /api/topics/sticky/members/ada-s", 503, "store.unavailable", "Not now.");
		ada.button("Leave topic").click();
		ada.page().locator("#confirm-dialog-agree").click();
		assertThat(ada.page().locator("#confirm-dialog .field__error")).hasText("Not now.");
		assertThat(ada.heading()).hasText("Sticky");
	}

	@Test
	void whatIsSpecialAboutATopicIsMarked() {
		Person ada = server.person("ada-m").signUp(PASSWORD).create("Marked");
		Locator inHeader = ada.page().locator("#topic-marks .mark");
		Locator inSidebar = ada.sidebar()
			.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Marked"))
			.locator(".mark");
		assertThat(inHeader).hasCount(0);
		assertThat(inSidebar).hasCount(0);
		ada.button("Topic settings").click();
		ada.page().locator("#settings-dialog-access").selectOption("members");
		ada.page().getByLabel("Only moderators post").check();
		ada.button("Save").click();
		assertThat(inHeader).hasText(new String[] { "Members only", "Announcements" });
		assertThat(inSidebar).hasText(new String[] { "Members only", "Announcements" });
		assertThat(ada.sidebar()
			.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Marked Members only Announcements")))
			.isVisible();
		ada.button("Topic settings").click();
		ada.page().locator("#settings-dialog-access").selectOption("private");
		ada.page().getByLabel("Only moderators post").uncheck();
		ada.button("Save").click();
		assertThat(inHeader).hasText(new String[] { "Private" });
		assertThat(inSidebar).hasText(new String[] { "Private" });
	}

	@Test
	void guestsAreOfferedWhatTheyMayDo() {
		Person eve = server.person("eve-g").join();
		eve.button("New topic").click();
		assertThat(eve.page().locator("#topic-dialog-access")).isHidden();
		eve.field("Title").fill("Open to all");
		eve.button("Create topic").click();
		assertThat(eve.heading()).hasText("Open to all");
		assertThat(eve.button("Topic settings")).isHidden();
	}

	@Test
	void showsTextsAsTexts() {
		String text = "<img src=x onerror=\"document.title='stolen'\">";
		Person ada = server.person("ada-x").signUp(PASSWORD).create("Texts");
		ada.button("Topic settings").click();
		ada.page().locator("#settings-dialog-title").fill(text);
		ada.page().locator("#settings-dialog-description").fill(text);
		ada.button("Save").click();
		assertThat(ada.heading()).hasText(text);
		assertThat(ada.page().locator("#topic-description")).hasText(text);
		assertThat(ada.sidebar()).containsText(text);
		assertThat(ada.page().locator("#room img")).hasCount(0);
		assertThat(ada.complaints()).isEmpty();
	}

}
