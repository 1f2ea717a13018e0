package chat.hubbub.web;

import java.util.List;
import java.util.regex.Pattern;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.Role;
import chat.hubbub.account.Username;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Olga manages the server in its page. The server answers requests about users and
 * invitations; the test answers the others as the protocol says.
 */
class AdminPageIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer();

	private static final String PASSWORD = "correct horse";

	private static final String TEXT = "<img src=x onerror=\\\"document.title='stolen'\\\">";

	private Person olga;

	private Canned canned;

	@BeforeEach
	void olgaComes() {
		if (server.bean(Accounts.class).find(new Username("olga")).isEmpty()) {
			People.signUp(server.bean(Accounts.class), "olga", Role.ADMIN);
		}
		this.olga = server.person("olga").open("");
		this.olga.signIn("olga", People.passwordOf("olga"));
		this.olga.connected();
		this.canned = new Canned(this.olga.page());
	}

	@Test
	void isWhereAdminsAreLedTo() {
		this.olga.page().locator("#me").click();
		this.olga.page().locator("#administration").click();
		assertThat(this.olga.page()).hasTitle("Users · Administration · Hubbub");
		assertThat(entry("olga")).containsText("This is you");
		this.olga.page().getByText("Back to the chat").click();
		this.olga.connected();
		assertThat(this.olga.complaints()).isEmpty();
	}

	@Test
	void isForNobodyElse() {
		Person grace = server.person("grace").signUp(PASSWORD);
		grace.page().locator("#me").click();
		assertThat(grace.page().locator("#administration")).isHidden();
		grace.open("admin");
		assertThat(grace.page()).hasURL(grace.address());
		assertThat(grace.page().locator("#chat")).isVisible();
	}

	@Test
	void makesAnAdminAndAMemberAgain() {
		Person linus = server.person("linus").signUp(PASSWORD);
		this.olga.open("admin#users");
		offer("Make an admin: linus").click();
		assertThat(this.olga.page().locator("#confirm-dialog")).containsText("Make linus an admin?");
		this.olga.button("Cancel").click();
		assertThat(offer("Make an admin: linus")).isFocused();
		offer("Make an admin: linus").press("Enter");
		this.olga.button("Make an admin").click();
		assertThat(said()).hasText("linus is an admin now.");
		assertThat(offer("Make a member: linus")).isFocused();
		assertThat(entry("linus").locator(".tag")).hasText("Admin");
		linus.page().locator("#me").click();
		assertThat(linus.page().locator("#administration")).isVisible();
		linus.open("admin");
		assertThat(linus.page().locator("#users")).containsText("linus");
		offer("Make a member: linus").click();
		this.olga.button("Make a member").click();
		assertThat(said()).hasText("linus is a member now.");
		linus.page().locator("#panels").getByText("Invitations").click();
		assertThat(linus.page().locator("#closed")).containsText("You may not do that.");
		assertThat(linus.page().locator("[data-panel=invites]")).isHidden();
		linus.page().getByText("Go to the chat").click();
		linus.connected();
		linus.page().locator("#me").click();
		assertThat(linus.page().locator("#administration")).isHidden();
		assertThat(this.olga.complaints()).isEmpty();
	}

	@Test
	void saysWhyTheLastAdminStaysOne() {
		long id = server.bean(Accounts.class).find(new Username("olga")).orElseThrow().id();
		this.canned.refuse("PUT /api/admin/users/" + id + "/role", 409, "admin.last",
				"This is the only admin account.");
		this.olga.open("admin");
		offer("Make a member: olga").click();
		assertThat(this.olga.page().locator("#confirm-dialog")).containsText("Stop being an admin?");
		this.olga.button("Make me a member").click();
		assertThat(this.olga.page().locator("#confirm-dialog .field__error"))
			.hasText("This is the only admin account.");
		this.olga.page().keyboard().press("Escape");
		assertThat(entry("olga").locator(".tag")).hasText("Admin");
	}

	@Test
	void showsManyUsersInPages() {
		this.canned.answer("GET /api/admin/users?limit=100", Answers.users(1, 100))
			.answer("GET /api/admin/users?after=100&limit=100", Answers.users(101, 130));
		this.olga.open("admin");
		assertThat(entries("#users")).hasCount(100);
		this.olga.button("Show more").click();
		assertThat(entries("#users")).hasCount(130);
		assertThat(offer("Make an admin: user 101")).isFocused();
		assertThat(this.olga.button("Show more")).isHidden();
	}

	@Test
	void invitesSomebodyWithALinkThatIsShownOnce() {
		this.olga.open("admin#invites");
		this.olga.field("Days it is good").fill("31");
		this.olga.button("Make an invitation").click();
		assertThat(this.olga.page().locator("#invite-error")).hasText("That can be 1 to 30 days.");
		this.olga.field("Days it is good").fill("3");
		this.olga.button("Make an invitation").click();
		Locator link = this.olga.field("The link of the new invitation");
		assertThat(link).hasValue(Pattern.compile(this.olga.address() + "join#[\\w-]{43}"));
		assertThat(link).isFocused();
		this.olga.button("Copy").click();
		assertThat(this.olga.page().locator("#invite-secret [role=status]")).hasText("Copied.");
		String address = link.inputValue();
		Person margaret = server.person("margaret").open(address.substring(server.address().length()));
		margaret.field("Your name").fill("margaret");
		margaret.field("Password").fill(PASSWORD);
		margaret.button("Create account").click();
		margaret.connected();
		this.olga.page().locator("#panels").getByText("Users").click();
		this.olga.page().locator("#panels").getByText("Invitations").click();
		assertThat(entries("#invites").first()).containsText("Used by margaret");
		assertThat(entries("#invites").first().locator("button")).hasCount(0);
		assertThat(this.olga.page().locator("#invite-secret-value")).isHidden();
		assertThat(this.olga.page().locator("#invite-secret-value")).hasValue("");
		assertThat(this.olga.complaints()).isEmpty();
	}

	@Test
	void takesAnInvitationBack() {
		this.olga.open("admin#invites");
		this.olga.button("Make an invitation").click();
		String link = this.olga.field("The link of the new invitation").inputValue();
		String made = entries("#invites").first().locator("bdi").first().innerText();
		entries("#invites").first().getByText("Revoke").click();
		this.olga.button("Revoke invitation").click();
		assertThat(said()).containsText("is revoked");
		assertThat(entry(made)).hasCount(0);
		Person radia = server.person("radia").open(link.substring(server.address().length()));
		assertThat(radia.page().locator("#sign-in-error")).containsText("invitation is not valid");
	}

	@Test
	void revokesATokenOfAnybody() {
		this.canned
			.answer("GET /api/admin/tokens",
					"[" + Answers.token(7, "weather", "ada") + "," + Answers.token(8, TEXT, "grace") + "]")
			.answer("DELETE /api/tokens/7", 204, "");
		this.olga.open("admin#tokens");
		assertThat(entries("#tokens")).hasCount(2);
		assertThat(entry("weather")).containsText("Of ada");
		assertThat(entries("#tokens").last()).containsText("<img src=x");
		assertThat(this.olga.page().locator("#tokens img")).hasCount(0);
		offer("Revoke: weather").click();
		this.olga.button("Revoke token").click();
		assertThat(said()).hasText("“weather” of ada is revoked.");
		assertThat(entries("#tokens")).hasCount(1);
		assertThat(this.olga.page().locator("#tokens ul")).isFocused();
		assertThat(this.canned.asked()).endsWith("DELETE /api/tokens/7");
		assertThat(this.olga.complaints()).isEmpty();
	}

	@Test
	void bansMutesAndForgives() {
		this.canned.answer("GET /api/bans", "[" + Answers.restriction(1, "troll", "") + "]")
			.answer("GET /api/mutes", "[]")
			.answer("POST /api/bans", 201, Answers.restriction(2, "eve", ""))
			.answer("DELETE /api/bans/1", 204, "");
		this.olga.open("admin#bans");
		assertThat(entry("troll")).containsText("For good");
		assertThat(entry("troll")).containsText("192.0.2.7");
		assertThat(this.olga.page().locator("#mutes")).hasText("Nobody is muted.");
		this.olga.page().locator("#ban-kind").selectOption("mute");
		this.olga.field("Name").fill("eve");
		this.olga.button("Ban or mute").click();
		assertThat(this.olga.page().locator("#ban-error")).containsText("say for how long");
		assertThat(this.olga.field("For how long")).isFocused();
		this.olga.page().locator("#ban-kind").selectOption("ban");
		this.olga.field("For how long").fill("2");
		this.olga.page().locator("#ban-unit").selectOption("hours");
		this.olga.page().locator("#ban-reason").fill("spam");
		this.olga.button("Ban or mute").click();
		assertThat(said()).hasText("eve is banned.");
		assertThat(this.olga.field("Name")).hasValue("");
		assertThat(this.canned.asked())
			.contains("POST /api/bans {\"username\":\"eve\",\"minutes\":120,\"reason\":\"spam\"}");
		offer("Lift ban: troll").click();
		this.olga.button("Lift ban").click();
		assertThat(this.olga.page().locator("#bans")).hasText("Nobody is banned.");
		assertThat(said()).hasText("The ban of troll is lifted.");
		assertThat(this.olga.complaints()).isEmpty();
	}

	@Test
	void saysWhyNobodyIsBanned() {
		this.canned.answer("GET /api/bans", "[]")
			.answer("GET /api/mutes", "[]")
			.refuse("POST /api/bans", 403, "sanction.exempt", "Admins cannot be muted or banned.");
		this.olga.open("admin#bans");
		this.olga.field("Name").fill("otto");
		this.olga.button("Ban or mute").click();
		assertThat(this.olga.page().locator("#ban-error")).hasText("Admins cannot be muted or banned.");
		assertThat(this.olga.field("Name")).isFocused();
		assertThat(this.olga.field("Name")).hasAttribute("aria-invalid", "true");
	}

	@Test
	void readsTheAuditLogBackwards() {
		this.canned.answer("GET /api/audit?limit=100", Answers.acts(200, 101))
			.answer("GET /api/audit?before=101&limit=100", Answers.acts(100, 98));
		this.olga.open("admin#audit");
		assertThat(entries("#audit")).hasCount(100);
		assertThat(entries("#audit").first()).containsText("User banned: troll");
		assertThat(entries("#audit").first()).containsText("By olga");
		this.olga.button("Show more").click();
		assertThat(entries("#audit")).hasCount(103);
		assertThat(this.olga.button("Show more")).isHidden();
	}

	@Test
	void saysWhatTheServerDoesNotOffer() {
		for (String path : List.of("admin/tokens", "bans", "mutes", "audit?limit=100")) {
			this.canned.refuse("GET /api/" + path, 404, "address.unknown", "There is nothing at this address.");
		}
		for (String list : List.of("#tokens", "#bans", "#mutes", "#audit")) {
			this.olga.open("admin" + list.replace("mutes", "bans"));
			assertThat(this.olga.page().locator(list)).hasText("This server does not offer this.");
		}
		this.olga.open("admin#bans");
		assertThat(this.olga.page().locator("#ban-form")).isHidden();
	}

	@Test
	void asksAgainWhatFailed() {
		this.canned.refuse("GET /api/audit?limit=100", 503, "store.unavailable", "The disk is full.");
		this.olga.open("admin#audit");
		assertThat(this.olga.page().locator("#audit")).containsText("This could not be loaded. The disk is full.");
		this.canned.answer("GET /api/audit?limit=100", "[]");
		this.olga.button("Try again").click();
		assertThat(this.olga.page().locator("#audit")).hasText("Nothing has been done yet.");
	}

	@Test
	void movesTheFocusWithThePart() {
		this.olga.open("admin");
		this.olga.page().locator("#panels").getByText("Invitations").press("Enter");
		assertThat(this.olga.page().locator("#invites-heading")).isFocused();
		assertThat(this.olga.page().locator("#panels [aria-current=page]")).hasText("Invitations");
		this.olga.page().goBack();
		assertThat(this.olga.page().locator("#users-heading")).isFocused();
	}

	private Locator said() {
		return this.olga.page().locator("#announcement");
	}

	private Locator entries(String list) {
		return this.olga.page().locator(list + " .entry");
	}

	private Locator entry(String title) {
		return this.olga.page()
			.locator(".entry")
			.filter(new Locator.FilterOptions()
				.setHas(this.olga.page().locator(".entry__title bdi:text-is('" + title + "')")));
	}

	private Locator offer(String label) {
		return this.olga.button(label);
	}

}
