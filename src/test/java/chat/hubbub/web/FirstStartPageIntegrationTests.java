package chat.hubbub.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import chat.hubbub.account.invite.Invites;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Olga sets her new server up in its page, and changes it later. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstStartPageIntegrationTests {

	private static final String PASSWORD = "correct horse";

	@RegisterExtension
	static final PageServer server = new PageServer();

	@Test
	@Order(1)
	void aNewcomerChatsWithoutIt() {
		Person ada = server.person("ada").open("");
		assertThat(ada.page().getByText("Do you run this server?")).isVisible();
		ada.join().write("hello").sees("hello");
		ada.open("start");
		assertThat(ada.field("Code from the log")).isFocused();
		ada.page().getByText("Go to the chat without it").click();
		ada.connected();
		assertThat(ada.complaints()).isEmpty();
	}

	@Test
	@Order(2)
	void saysAtOnceThatALinkIsNotGood() {
		Person eve = server.person("eve").open("start#no-such-secret");
		assertThat(eve.page().locator("#start-error")).containsText("invitation is not valid");
		assertThat(eve.field("Code from the log")).isFocused();
		eve.page().keyboard().press("Enter");
		assertThat(eve.page().locator("#start-error")).hasText("Please paste the link from the log of the server.");
	}

	@Test
	@Order(3)
	void asksThreeQuestionsByTheKeyboardAlone() {
		String secret = server.bean(Invites.class).inviteFirstAdmin().orElseThrow();
		Person olga = server.person("olga").open("start#" + secret);
		Page page = olga.page();
		Keyboard keys = page.keyboard();
		assertThat(page).hasURL(olga.address() + "start");
		assertThat(page.locator("#start-step")).hasText("Step 1 of 3");
		assertThat(olga.field("Name of the server")).isFocused();
		Axe.verify(olga, "name");
		keys.press("ControlOrMeta+a");
		keys.type("two\u202Enames");
		keys.press("Enter");
		assertThat(page.locator("#start-step")).hasText("Step 2 of 3");
		assertThat(page.getByRole(AriaRole.CHECKBOX)).isFocused();
		Axe.verify(olga, "access");
		keys.press("Tab");
		keys.press("ArrowDown");
		assertThat(page.locator("#server-sign-up")).hasValue("invite");
		keys.press("Tab");
		assertThat(olga.button("Back")).isFocused();
		keys.press("Tab");
		keys.press("Enter");
		assertThat(page.locator("#start-step")).hasText("Step 3 of 3");
		keys.press("Enter");
		assertThat(page.locator("#start-error")).hasText("Please type your name.");
		Axe.verify(olga, "account");
		keys.type("olga");
		keys.press("Tab");
		keys.type(PASSWORD);
		keys.press("Enter");
		assertThat(page.locator("#start-error")).containsText("1 to 50 characters");
		assertThat(page.locator("#start-step")).hasText("Step 1 of 3");
		assertThat(olga.field("Name of the server")).isFocused();
		keys.press("ControlOrMeta+a");
		keys.type("Tea house");
		page.locator("#start-language input[value=zh]").click();
		assertThat(page.locator("html")).hasAttribute("lang", "zh-Hans");
		assertThat(page.locator("#start-code")).isHidden();
		// Only then the script hears of a click.
		assertThat(page.locator("#start-step")).not().isEmpty();
		page.locator("#start-language input[value=en]").click();
		assertThat(page.locator("html")).hasAttribute("lang", "en");
		assertThat(olga.field("Name of the server")).isFocused();
		keys.press("ControlOrMeta+a");
		keys.type("Tea house");
		keys.press("Enter");
		page.locator("#server-sign-up").selectOption("invite");
		olga.button("Next").press("Enter");
		keys.type("olga");
		keys.press("Tab");
		keys.type(PASSWORD);
		keys.press("Enter");
		olga.connected();
		assertThat(page).hasTitle("Lobby · Tea house");
		assertThat(page.locator(".sidebar__brand")).containsText("Tea house");
		olga.open("start");
		olga.connected();
		assertThat(olga.complaints()).allMatch((complaint) -> complaint.startsWith("Failed to load resource"));
	}

	@Test
	@Order(4)
	void isOfferedToNobodyAfterwards() {
		Person late = server.person("late").open("");
		assertThat(late.page().locator("#sign-in h1")).hasText("Welcome to Tea house");
		assertThat(late.page().getByText("Do you run this server?")).hasCount(0);
		assertThat(late.page().getByText("Create an account")).hasCount(0);
		assertThat(late.page()).hasTitle("Tea house");
	}

	@Test
	@Order(5)
	void theAdminChangesTheServerLater() {
		Person guest = server.person("guest").join();
		Person olga = server.person("olga", new Browser.NewContextOptions()).open("");
		olga.signIn("olga", PASSWORD);
		olga.connected().open("admin#server");
		assertThat(olga.page()).hasTitle("Server · Administration · Tea house");
		assertThat(olga.field("Name of the server")).hasValue("Tea house");
		olga.field("Name of the server").fill("");
		olga.button("Save").click();
		assertThat(olga.page().locator("#server-error")).containsText("1 to 50 characters");
		olga.field("Name of the server").fill("Coffee house");
		olga.page().getByRole(AriaRole.CHECKBOX).uncheck();
		olga.button("Save").click();
		assertThat(olga.page().locator("#announcement")).hasText("The settings are saved.");
		assertThat(guest.page().locator("#sign-in-error")).containsText("guests are not allowed");
		olga.page().reload();
		assertThat(olga.page()).hasTitle("Server · Administration · Coffee house");
		assertThat(olga.page().getByRole(AriaRole.CHECKBOX)).not().isChecked();
		olga.page().locator("#icon-file").setInputFiles(new FilePayload("icon.png", "image/png", picture()));
		assertThat(olga.page().locator("#announcement")).containsText("The icon is changed.");
		assertThat(olga.page().locator("#icon-shown")).hasJSProperty("naturalWidth", 192);
		late(olga);
		olga.button("Remove icon").click();
		assertThat(olga.page().locator("#announcement")).hasText("The icon is removed.");
		assertThat(olga.button("Remove icon")).isHidden();
		olga.page().locator("#icon-file").setInputFiles(new FilePayload("icon.png", "image/png", new byte[5]));
		assertThat(olga.page().locator("#icon-error")).containsText("is not a picture");
		olga.page().locator("#panels").getByText("Audit log").click();
		assertThat(olga.page().locator("#audit .entry").first()).containsText("Icon removed");
		assertThat(olga.complaints()).allMatch((complaint) -> complaint.startsWith("Failed to load resource"));
	}

	@Test
	@Order(6)
	void openPagesFollowAtOnce() {
		Person chat = signIn("");
		Person admin = signIn("admin#server");
		rename(admin, "Milk bar");
		assertThat(admin.page()).hasTitle("Server · Administration · Milk bar");
		assertThat(chat.page()).hasTitle("Lobby · Milk bar");
		assertThat(chat.page().locator(".sidebar__brand")).containsText("Milk bar");
		admin.page().locator("#icon-file").setInputFiles(new FilePayload("icon.png", "image/png", picture()));
		for (Person each : List.of(admin, chat)) {
			assertThat(each.page().locator("img[data-form]").first()).hasJSProperty("naturalWidth", 192);
			assertThat(each.page().locator("link[rel=icon]")).hasAttribute("href",
					Pattern.compile("icons/.+/32\\.png"));
			assertThat(each.page().locator("link[rel=icon]")).hasAttribute("type", "image/png");
		}
		chat.offline(true);
		assertThat(chat.linkState()).hasText("Offline");
		rename(admin, "Tea room");
		admin.button("Remove icon").click();
		assertThat(admin.page().locator("#announcement")).hasText("The icon is removed.");
		chat.offline(false);
		assertThat(chat.page()).hasTitle("Lobby · Tea room");
		for (Person each : List.of(admin, chat)) {
			assertThat(each.page().locator("img[data-form]").first()).hasAttribute("src", Pattern.compile("logo"));
			assertThat(each.page().locator("link[rel=icon]")).hasAttribute("href", Pattern.compile("logo"));
		}
		chat.choose("Sign out");
		assertThat(chat.page()).hasTitle("Tea room");
	}

	private static Person signIn(String page) {
		Person olga = server.person("olga").open("");
		olga.signIn("olga", PASSWORD);
		return olga.connected().open(page);
	}

	private static void rename(Person admin, String name) {
		admin.field("Name of the server").fill(name);
		admin.button("Save").click();
		assertThat(admin.page().locator("#announcement")).hasText("The settings are saved.");
	}

	/** Another page has the new icon and the new name. */
	private static void late(Person olga) {
		Page chat = olga.page().context().newPage();
		chat.navigate(server.address());
		assertThat(chat.locator(".sidebar__brand img")).hasJSProperty("naturalWidth", 192);
		assertThat(chat.locator(".sidebar__brand")).containsText("Coffee house");
		chat.close();
	}

	private static byte[] picture() {
		BufferedImage picture = new BufferedImage(700, 600, BufferedImage.TYPE_INT_RGB);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(picture, "png", bytes);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return bytes.toByteArray();
	}

}
