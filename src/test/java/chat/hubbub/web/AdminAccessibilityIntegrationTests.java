package chat.hubbub.web;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.Role;
import chat.hubbub.account.Username;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Axe checks the admin page and the dialogs of accounts and topics. */
class AdminAccessibilityIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer();

	private static final String LONG = "W".repeat(32);

	@ParameterizedTest
	@MethodSource("chat.hubbub.web.Axe#looks")
	void findsNothingInTheAdminPage(ColorScheme scheme, int width) {
		Person olga = olga(scheme, width);
		new Canned(olga.page()).answer("GET /api/admin/tokens", tokens())
			.answer("GET /api/bans", "[" + ban(1, "troll") + "," + ban(2, LONG) + "]")
			.answer("GET /api/mutes", "[]")
			.answer("GET /api/audit?limit=100", Answers.acts(120, 21));
		olga.open("admin");
		assertThat(olga.page().locator("#users .entry").first()).isVisible();
		Axe.verify(olga, "users");
		olga.button("Make a member: olga").click();
		Axe.verify(olga, "confirmation");
		olga.button("Cancel").click();
		part(olga, "Server");
		olga.page().locator("#server-name").fill("");
		olga.button("Save").click();
		assertThat(olga.page().locator("#server-error")).not().isEmpty();
		Axe.verify(olga, "server");
		verify(olga, "Access tokens", "tokens");
		part(olga, "Invitations");
		olga.button("Make an invitation").click();
		assertThat(olga.page().locator("#invite-secret")).isVisible();
		assertThat(olga.page().locator("#invites .entry").first()).isVisible();
		Axe.verify(olga, "invitations");
		verify(olga, "Bans and mutes", "bans");
		olga.button("Ban or mute").click();
		Axe.verify(olga, "ban without a name");
		verify(olga, "Audit log", "audit");
	}

	@ParameterizedTest
	@MethodSource("chat.hubbub.web.Axe#looks")
	void findsNothingInTopicsAndTokens(ColorScheme scheme, int width) {
		Person olga = olga(scheme, width);
		Canned canned = new Canned(olga.page()).answer("GET /api/tokens", tokens());
		drawer(olga, width);
		olga.button("New topic").click();
		olga.field("Title").fill("Plans " + width + scheme);
		olga.page().locator("#topic-dialog-access").selectOption("private");
		olga.button("Create topic").click();
		assertThat(olga.page().locator("#topic-marks")).hasText("Private");
		Axe.verify(olga, "private topic");
		olga.button("Leave topic").click();
		Axe.verify(olga, "leaving");
		olga.button("Cancel").click();
		drawer(olga, width);
		Axe.verify(olga, "marks in the sidebar");
		olga.choose("Account");
		assertThat(olga.page().locator("#own-tokens .entry").first()).isVisible();
		canned.answer("POST /api/tokens", 201,
				Answers.token(9, "new", "olga").replace("}", ",\"token\":\"hub_secret\"}"));
		olga.field("Purpose").fill("new");
		olga.button("Make a token").click();
		assertThat(olga.page().locator("#token-secret")).isVisible();
		Axe.verify(olga, "tokens of one's own");
	}

	private Person olga(ColorScheme scheme, int width) {
		if (server.bean(Accounts.class).find(new Username("olga")).isEmpty()) {
			People.signUp(server.bean(Accounts.class), "olga", Role.ADMIN);
			People.signUp(server.bean(Accounts.class), LONG, Role.MEMBER);
		}
		Person olga = server.person("olga", width, scheme).open("");
		olga.signIn("olga", People.passwordOf("olga"));
		return olga.connected();
	}

	private static void drawer(Person olga, int width) {
		if (width == Person.NARROW) {
			olga.button("Open the list of topics").click();
		}
	}

	private static void verify(Person olga, String title, String list) {
		part(olga, title);
		assertThat(olga.page().locator("#" + list + " .entry").first()).isVisible();
		Axe.verify(olga, list);
	}

	private static void part(Person olga, String title) {
		olga.page().locator("#panels").getByText(title).click();
		assertThat(olga.page().locator("h2:visible")).hasText(title);
	}

	private static String tokens() {
		return "[" + Answers.token(7, "weather", "ada") + "," + Answers.token(8, LONG + LONG, LONG) + "]";
	}

	private static String ban(int id, String name) {
		return Answers.restriction(id, name, ",\"until\":\"2099-01-02T03:04:05Z\"");
	}

}
