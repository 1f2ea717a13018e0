package chat.hubbub.web;

import java.util.List;
import java.util.regex.Pattern;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.Role;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Api;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Olga's actions in the admin page have effect on other people; each test has its own.
 * The server gives all answers.
 */
class AdminPageEndToEndIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer("--hubbub.sign-up=invite");

	private static final String UNTIL = " until \\d{1,2} [A-Z][a-z]+ \\d{4}, \\d\\d:\\d\\d\\.";

	private static final Pattern BANNED = Pattern
		.compile("^You are banned from this server" + UNTIL + " Reason: spam <b>and</b> more$");

	private Person olga;

	@BeforeEach
	void olgaComes() {
		account("olga", Role.ADMIN);
		this.olga = signedIn("olga");
	}

	@Test
	void aTokenWorksUntilAnAdminRevokesIt() {
		account("ada", Role.MEMBER);
		Person ada = signedIn("ada");
		String token = makeToken(ada, "weather");
		ada.page().keyboard().press("Escape");
		ada.choose("Account");
		assertThat(ada.page().locator("#own-tokens")).containsText("weather");
		assertThat(ada.page().locator("#token-secret")).isHidden();
		assertThat(ada.page().locator("#token-secret-value")).hasValue("");
		assertThat(present(token).json().path("name").asString()).isEqualTo("ada");
		this.olga.open("admin#tokens");
		assertThat(entries("#tokens")).hasCount(1);
		assertThat(entries("#tokens")).containsText("Of ada");
		assertThat(this.olga.page().content()).doesNotContain(token);
		revoke("weather");
		assertThat(this.olga.page().locator("#announcement")).hasText("“weather” of ada is revoked.");
		assertThat(present(token).status()).isEqualTo(401);
		assertThat(present(token).code()).isEqualTo("token.invalid");
		ada.page().keyboard().press("Escape");
		ada.choose("Account");
		assertThat(ada.page().locator("#own-tokens")).hasText("You have no access tokens.");
		assertThat(this.olga.complaints()).isEmpty();
	}

	@Test
	void whoIsBannedIsOutUntilItIsLifted() {
		account("linus", Role.MEMBER);
		Person linus = signedIn("linus");
		Locator reason = linus.page().locator("#sign-in-error");
		impose("ban", "linus", "30", "spam <b>and</b> more");
		assertThat(entries("#bans")).hasCount(1);
		assertThat(entries("#bans")).containsText(Pattern.compile("Until .*“spam <b>and</b> more”.*By olga"));
		assertThat(reason).hasText(BANNED);
		linus.signIn("linus", People.passwordOf("linus"));
		assertThat(reason).hasText(BANNED);
		linus.page().reload();
		assertThat(reason).hasText(BANNED);
		assertThat(this.olga.page().evaluate("""
				async () => {
					const [{ createdAt, until }] = await (await fetch('api/bans')).json();
					return (Date.parse(until) - Date.parse(createdAt)) / 60_000;
				}""")).isEqualTo(30);
		lift("ban", "linus");
		assertThat(this.olga.page().locator("#bans")).hasText("Nobody is banned.");
		linus.page().reload();
		linus.connected().write("linus is back");
		assertThat(stored(linus, "linus is back")).hasCount(1);
		assertThat(this.olga.complaints()).isEmpty();
	}

	@Test
	void whoIsMutedIsToldUntilWhenAndSendsItOnceItIsLifted() {
		account("grace", Role.MEMBER);
		Person grace = signedIn("grace");
		impose("mute", "grace", "5", "");
		assertThat(entries("#mutes")).hasCount(1);
		grace.write("grace was muted");
		assertThat(grace.page().locator(".message__state"))
			.containsText(Pattern.compile("^Not sent: You may not post on this server" + UNTIL));
		lift("mute", "grace");
		assertThat(this.olga.page().locator("#mutes")).hasText("Nobody is muted.");
		assertThat(stored(grace, "grace was muted")).hasCount(0);
		grace.button("Try again").click();
		assertThat(stored(grace, "grace was muted")).hasCount(1);
		assertThat(grace.page().locator(".message__state")).hasCount(0);
		assertThat(this.olga.complaints()).isEmpty();
	}

	@Test
	void saysWhoIsSparedAndStaysOpen() {
		account("otto", Role.ADMIN);
		this.olga.open("admin#bans");
		fill("ban", "olga", "5", "");
		assertThat(this.olga.page().locator("#ban-error")).hasText("You cannot mute or ban yourself.");
		fill("mute", "otto", "5", "");
		assertThat(this.olga.page().locator("#ban-error")).hasText("Admins cannot be muted or banned.");
		assertThat(this.olga.field("Name")).isFocused();
		assertThat(this.olga.page().locator("#closed")).isHidden();
		assertThat(this.olga.page().locator("#mutes")).hasText("Nobody is muted.");
	}

	@Test
	void theAuditLogSaysWhoDidWhatToWhomAndNoSecret() {
		account("nadia", Role.MEMBER);
		account("vera", Role.MEMBER);
		this.olga.open("admin#users");
		this.olga.button("Make an admin: nadia").click();
		this.olga.button("Make an admin").click();
		assertThat(this.olga.page().locator("#announcement")).hasText("nadia is an admin now.");
		String token = makeToken(signedIn("vera"), "kettle");
		this.olga.open("admin#tokens");
		revoke("kettle");
		assertThat(this.olga.page().locator("#tokens")).not().containsText("kettle");
		impose("ban", "vera", "60", "cold tea");
		lift("ban", "vera");
		this.olga.page().locator("#panels").getByText("Audit log").click();
		assertThat(entries("#audit").first()).containsText("User unbanned: vera");
		assertThat(acts()).startsWith("User unbanned: vera, By olga", "User banned: vera, By olga",
				"Token revoked: vera, By olga", "Token created: vera, By vera", "Role changed: nadia, By olga");
		assertThat(entries("#audit").nth(1)).containsText("“cold tea”");
		assertThat(entries("#audit").nth(2)).containsText("“kettle”");
		assertThat(entries("#audit").nth(4)).containsText("from member to admin");
		assertThat(this.olga.page().content() + audit()).doesNotContain(token, token.substring(4),
				People.passwordOf("vera"));
		assertThat(this.olga.complaints()).isEmpty();
	}

	@Test
	void anInvitationLetsANewcomerIn() {
		Person margaret = server.person("margaret").open("");
		assertThat(margaret.button("Sign in")).isVisible();
		assertThat(margaret.button("Create an account")).hasCount(0);
		this.olga.open("admin#invites");
		this.olga.button("Make an invitation").click();
		Locator link = this.olga.field("The link of the new invitation");
		assertThat(link).hasValue(Pattern.compile("/join#"));
		margaret.open(link.inputValue().substring(server.address().length()));
		margaret.field("Your name").fill("margaret");
		margaret.field("Password").fill("correct horse");
		margaret.button("Create account").click();
		margaret.connected();
		assertThat(server.bean(Accounts.class).find(new Username("margaret"))).isPresent();
	}

	/** Makes an access token in the account dialog, which stays open, and returns it. */
	private static String makeToken(Person owner, String name) {
		owner.choose("Account");
		owner.field("Purpose").fill(name);
		owner.button("Make a token").click();
		Locator token = owner.field("Your new token");
		assertThat(token).hasValue(Pattern.compile("^hub_[\\w-]{43}$"));
		return token.inputValue();
	}

	/** Somebody's program comes with a token. */
	private Api.Answer present(String token) {
		return new Api(server.port()).get("/api/session", "Authorization", "Bearer " + token);
	}

	private void revoke(String name) {
		this.olga.button("Revoke: " + name).click();
		this.olga.button("Revoke token").click();
	}

	private void impose(String kind, String name, String minutes, String reason) {
		this.olga.open("admin#bans");
		fill(kind, name, minutes, reason);
		assertThat(this.olga.page().locator("#announcement"))
			.hasText(name + " is " + (kind.equals("ban") ? "banned." : "muted."));
	}

	private void fill(String kind, String name, String minutes, String reason) {
		this.olga.page().locator("#ban-kind").selectOption(kind);
		this.olga.field("Name").fill(name);
		this.olga.field("For how long").fill(minutes);
		this.olga.page().locator("#ban-reason").fill(reason);
		this.olga.button("Ban or mute").click();
	}

	private void lift(String kind, String name) {
		this.olga.button("Lift " + kind + ": " + name).click();
		this.olga.button("Lift " + kind).click();
		assertThat(this.olga.page().locator("#announcement")).hasText("The " + kind + " of " + name + " is lifted.");
	}

	/** The acts and actors in the audit log. */
	@SuppressWarnings("unchecked")
	private List<String> acts() {
		return (List<String>) entries("#audit").evaluateAll("""
				entries => entries.map(entry => [
					entry.querySelector('.entry__title').textContent,
					entry.querySelectorAll('.entry__facts bdi')[1].textContent,
				].join(', '))""");
	}

	private String audit() {
		return (String) this.olga.page().evaluate("async () => (await fetch('api/audit')).text()");
	}

	private Locator entries(String list) {
		return this.olga.page().locator(list + " .entry");
	}

	private static Locator stored(Person reader, String text) {
		return reader.page()
			.locator(".message[data-state=stored]")
			.filter(new Locator.FilterOptions().setHasText(text));
	}

	private void account(String name, Role role) {
		if (server.bean(Accounts.class).find(new Username(name)).isEmpty()) {
			People.signUp(server.bean(Accounts.class), name, role);
		}
	}

	private Person signedIn(String name) {
		Person person = server.person(name).open("");
		person.signIn(name, People.passwordOf(name));
		return person.connected();
	}

}
