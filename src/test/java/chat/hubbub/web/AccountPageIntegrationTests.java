package chat.hubbub.web;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import chat.hubbub.account.invite.Invites;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** People sign up, in and out in the page, each test with people of its own. */
class AccountPageIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer();

	private static final String PASSWORD = "correct horse";

	@Test
	void signsUpWritesAndComesBackAfterAReload() {
		Person ada = server.person("ada").signUp(PASSWORD).create("Signed");
		ada.write("as ada").sees("as ada");
		assertThat(ada.page().locator("#me")).containsText("ada");
		ada.page().reload();
		ada.connected().sees("as ada");
		ada.page().locator("#me").click();
		assertThat(ada.button("Sign out")).isVisible();
		assertThat(ada.button("Change name")).isHidden();
		assertThat(ada.complaints()).isEmpty();
	}

	@Test
	void signsOutAndInAgain() {
		Person grace = server.person("grace").signUp(PASSWORD);
		grace.choose("Sign out");
		grace.signIn("grace", "wrong horse");
		assertThat(grace.page().locator("#sign-in-error")).containsText("no account with that name and password");
		grace.field("Password").fill(PASSWORD);
		grace.button("Sign in").click();
		grace.connected();
		assertThat(grace.page().locator("#me")).containsText("grace");
	}

	@Test
	void signsInInTwoBrowsersUnderOneName() {
		Person laptop = server.person("margaret").signUp(PASSWORD).create("Two browsers");
		Person phone = server.person("margaret").open("");
		phone.signIn("margaret", PASSWORD);
		phone.connected().go("Two browsers").write("from the phone");
		laptop.sees("from the phone");
		laptop.write("from the laptop");
		phone.sees("from the phone", "from the laptop");
		assertThat(laptop.page().locator(".message__sender")).hasText(new String[] { "margaret" });
	}

	@Test
	void refusesAGuestTheNameOfAnAccount() {
		server.person("hedy").signUp(PASSWORD);
		Person impostor = server.person("hedy").open("");
		impostor.signIn("hеdy");
		assertThat(impostor.page().locator("#sign-in-error")).containsText("taken");
	}

	@Test
	void saysWhatIsWrongWithAPassword() {
		Person linus = server.person("linus").open("");
		linus.button("Create an account").click();
		linus.field("Your name").fill("linus");
		linus.field("Password").fill("short");
		linus.button("Create account").click();
		assertThat(linus.page().locator("#sign-in-error")).containsText("at least 8");
		assertThat(linus.field("Password")).hasAttribute("aria-invalid", "true");
		assertThat(linus.field("Password")).isFocused();
	}

	@Test
	void asksForAPasswordThatIsMissing() {
		Person katherine = server.person("katherine").open("");
		katherine.button("Sign in").click();
		katherine.field("Your name").fill("katherine");
		katherine.button("Sign in").click();
		assertThat(katherine.page().locator("#sign-in-error")).hasText("Please type your password.");
		assertThat(katherine.field("Password")).isFocused();
		assertThat(katherine.complaints()).isEmpty();
	}

	@Test
	void changesThePasswordAndStaysSignedIn() {
		Person radia = server.person("radia").signUp(PASSWORD);
		Person phone = server.person("radia").open("");
		phone.signIn("radia", PASSWORD);
		phone.connected();
		radia.choose("Account");
		radia.field("Current password").fill("wrong horse");
		radia.field("New password").fill("battery staple");
		radia.button("Change password").click();
		assertThat(radia.page().locator("#account-dialog-error")).containsText("not the password");
		radia.field("Current password").fill(PASSWORD);
		radia.button("Change password").click();
		assertThat(radia.page().locator("#account-dialog")).isHidden();
		radia.connected();
		assertThat(phone.page().locator("#sign-in-error")).containsText("signed out");
		phone.signIn("radia", "battery staple");
		phone.connected();
	}

	@Test
	void deletesTheAccount() {
		Person barbara = server.person("barbara").signUp(PASSWORD).create("Farewell");
		Person edsger = server.person("edsger").join().go("Farewell");
		barbara.write("goodbye").sees("goodbye");
		barbara.choose("Account");
		barbara.button("Delete account…").click();
		barbara.field("Password").fill(PASSWORD);
		barbara.button("Delete account").click();
		assertThat(barbara.field("Your name")).isVisible();
		edsger.page().reload();
		edsger.connected().sees("goodbye");
		assertThat(edsger.page().locator(".message__sender")).hasText(Pattern.compile("deleted-[0-9]+"));
	}

	@Test
	void makesTheFirstAdminByTheLink() {
		String secret = server.bean(Invites.class).inviteFirstAdmin().orElseThrow();
		Person admin = server.person("admin").open("join#" + secret);
		assertThat(admin.page()).hasURL(admin.address());
		admin.field("Your name").fill("admin");
		admin.field("Password").fill(PASSWORD);
		admin.button("Create account").click();
		admin.connected();
		assertThat(admin.page().evaluate("() => fetch('api/session').then(said => said.json()).then(({role}) => role)"))
			.isEqualTo("admin");
		Person late = server.person("late").open("join#" + secret);
		assertThat(late.page().locator("#sign-in-error")).containsText("invitation is not valid");
	}

	@Test
	void followsASignInOfAnotherTab() {
		Person ken = server.person("ken").join();
		ken.page()
			.evaluate(
					"""
							() => fetch('api/accounts', { method: 'POST', body: '{"name":"dennis","password":"correct horse"}', headers: {
								'Content-Type': 'application/json', 'X-XSRF-TOKEN': /XSRF-TOKEN=([^;]*)/.exec(document.cookie)[1] } })""");
		ken.offline(true);
		assertThat(ken.linkState()).hasText("Offline");
		ken.offline(false);
		assertThat(ken.page().locator("#me")).containsText("dennis");
		ken.connected();
	}

	/**
	 * The server ends the guest's connections before the other tab has its new cookie.
	 */
	@Test
	void takesNoNameWhileAnotherTabSignsIn() {
		Person ken = server.person("ken").join();
		BrowserContext browser = ken.page().context();
		List<Cookie> signedIn = new ArrayList<>();
		ken.page()
			.waitForResponse((answer) -> answer.url().endsWith("/api/session"),
					() -> signedIn.addAll(signUp(ken, "konrad")));
		browser.addCookies(signedIn);
		assertThat(ken.page().locator("#me")).containsText("konrad");
		ken.connected();
	}

	@Test
	void showsTheSignInWhenTheServerHasEndedTheSession() {
		Person ken = server.person("ken").join();
		signUp(ken, "niklaus");
		assertThat(ken.page().locator("#sign-in")).containsText("You have been signed out.");
	}

	/** Signs up out of a person's browser, and returns the cookies of the answer. */
	private static List<Cookie> signUp(Person person, String name) {
		Map<String, String> cookies = new HashMap<>();
		person.page().context().cookies().forEach((cookie) -> cookies.put(cookie.name, cookie.value));
		HttpRequest request = HttpRequest.newBuilder(URI.create(person.address() + "api/accounts"))
			.header("Content-Type", "application/json")
			.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"))
			.header("Cookie",
					cookies.entrySet()
						.stream()
						.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
						.collect(Collectors.joining("; ")))
			.POST(BodyPublishers.ofString("{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}"))
			.build();
		try {
			HttpResponse<Void> answer = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
			return answer.headers()
				.allValues("Set-Cookie")
				.stream()
				.flatMap((header) -> HttpCookie.parse(header).stream())
				.map((cookie) -> new Cookie(cookie.getName(), cookie.getValue()).setUrl(person.address()))
				.toList();
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	@Test
	void asksInTheDrawerWhereItIsNarrow() {
		Person annie = server.person("annie", Person.NARROW, ColorScheme.DARK);
		annie.signUp(PASSWORD);
		annie.button("Open the list of topics").click();
		annie.choose("Account");
		assertThat(annie.field("Current password")).isVisible();
		annie.button("Cancel").click();
		annie.button("Open the list of topics").click();
		annie.choose("Sign out");
		assertThat(annie.field("Your name")).isVisible();
	}

}
