package chat.hubbub.web;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import javax.imageio.ImageIO;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.Role;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** People's pictures, and the dialog where they choose them. */
class AvatarPageIntegrationTests {

	private static final String PASSWORD = "correct horse";

	@RegisterExtension
	static final PageServer server = new PageServer();

	@Test
	void aPictureTakesThePlaceOfTheInitialsForEverybodyAtOnce() {
		Person ada = server.person("ada").signUp(PASSWORD).create("Pictures");
		Person grace = server.person("grace").join().go("Pictures");
		ada.write("one").sees("one");
		grace.sees("one");
		ada.choose("Account");
		choose(ada, picture(1200, 500));
		assertThat(ada.page().locator("#portrait-shown canvas")).isVisible();
		assertThat(said(ada)).hasText("This is how others will see it.");
		assertThat(pictures(grace)).hasCount(0);
		ada.button("Use this picture").click();
		assertThat(said(ada)).hasText("Your picture is changed.");
		assertThat(ada.page().locator("#me .avatar img")).isVisible();
		assertThat(pictures(grace)).hasCount(2);
		assertThat(grace.page().locator(".message .avatar img")).hasJSProperty("naturalWidth", 256);
		grace.page().reload();
		assertThat(pictures(grace.connected())).hasCount(2);
		ada.button("Remove picture").click();
		assertThat(said(ada)).hasText("Your picture is removed.");
		assertThat(pictures(grace)).hasCount(0);
		assertThat(ada.complaints()).isEmpty();
		assertThat(grace.complaints()).isEmpty();
	}

	@Test
	void onePictureIsKeptAndAnotherIsRefused() {
		Person linus = server.person("linus").signUp(PASSWORD);
		linus.choose("Account");
		drop(linus, picture(300, 300));
		assertThat(linus.button("Use this picture")).isVisible();
		linus.button("Keep the old one").click();
		assertThat(linus.page().locator("#portrait-shown")).hasText("L");
		choose(linus, "no picture".getBytes(StandardCharsets.UTF_8));
		assertThat(linus.page().locator("#portrait-error"))
			.hasText("This file is not a picture that your browser can read.");
		new Canned(linus.page()).refuse("PUT /api/account/avatar", 503, "avatar.busy",
				"The server is busy with other pictures.");
		choose(linus, picture(300, 300));
		linus.button("Use this picture").click();
		assertThat(linus.page().locator("#portrait-error")).hasText("The server is busy with other pictures.");
		assertThat(linus.button("Use this picture")).isVisible();
	}

	@Test
	void asksOnceForAllPeopleAndNotForEachMessage() {
		Person margaret = server.person("margaret").signUp(PASSWORD).create("Many");
		for (int i = 0; i < 5; i++) {
			margaret.write("message " + i);
		}
		margaret.seesOnce("message 4");
		Person eve = server.person("eve").join();
		Traffic traffic = new Traffic(eve.page());
		eve.go("Many").seesOnce("message 4");
		assertThat(eve.page().locator("#people-list .person")).hasCount(2);
		assertThat(traffic.asked()).filteredOn((address) -> address.contains("api/avatars"))
			.hasSizeLessThanOrEqualTo(1);
	}

	/** It opens the menu of a person in the list of people, or at a message. */
	@ParameterizedTest
	@ValueSource(strings = { "#people-list button", ".message .avatar" })
	void anAdminRemovesAPicture(String opener) {
		String suffix = "-" + opener.charAt(1);
		People.signUp(server.bean(Accounts.class), "olga" + suffix, Role.ADMIN);
		Person troll = server.person("troll" + suffix).signUp(PASSWORD).create("Trolls" + suffix);
		troll.write("boo").sees("boo");
		troll.choose("Account");
		choose(troll, picture(40, 40));
		troll.button("Use this picture").click();
		assertThat(said(troll)).hasText("Your picture is changed.");
		Person olga = server.person("olga" + suffix).open("");
		olga.signIn("olga" + suffix, People.passwordOf("olga" + suffix));
		olga.connected().go("Trolls" + suffix);
		assertThat(pictures(olga)).hasCount(2);
		olga.page().locator(opener).last().click();
		olga.button("Remove picture…").click();
		olga.button("Remove picture").click();
		assertThat(pictures(olga)).hasCount(0);
		assertThat(troll.page().locator("#me .avatar img")).hasCount(0);
	}

	private static void choose(Person person, byte[] file) {
		person.page().locator("#portrait-file").setInputFiles(new FilePayload("me.png", "image/png", file));
	}

	private static void drop(Person person, byte[] file) {
		person.page().locator("#portrait").evaluate("""
				(target, file) => {
					const bytes = Uint8Array.from(atob(file), char => char.charCodeAt(0));
					const dataTransfer = new DataTransfer();
					dataTransfer.items.add(new File([bytes], 'me.png', { type: 'image/png' }));
					target.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
				}""", Base64.getEncoder().encodeToString(file));
	}

	private static Locator said(Person person) {
		return person.page().locator("#portrait-said");
	}

	/** The pictures on the page, without those in the account dialog. */
	private static Locator pictures(Person person) {
		return person.page().locator(":is(.message, #people, #me) .avatar img:not([hidden])");
	}

	private static byte[] picture(int width, int height) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		graphics.setColor(Color.ORANGE);
		graphics.fillRect(0, 0, width, height);
		graphics.dispose();
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
