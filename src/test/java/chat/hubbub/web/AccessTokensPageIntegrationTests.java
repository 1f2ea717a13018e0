package chat.hubbub.web;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Members make and revoke access tokens in the page, answered as the protocol says. */
class AccessTokensPageIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer();

	private static final String WEATHER = Answers.token(7, "weather", "ada");

	private static final String SECRET = "hub_0123456789abcdefghijklmnopqrstuvwxyz";

	private Person ada;

	private Canned canned;

	@BeforeEach
	void adaComes(TestInfo test) {
		String name = test.getTestMethod().orElseThrow().getName();
		this.ada = server.person(name).signUp("correct horse");
		this.canned = new Canned(this.ada.page());
	}

	@Test
	void makesATokenThatIsShownOnce() {
		this.canned.answer("GET /api/tokens", "[]")
			.answer("POST /api/tokens", 201, WEATHER.replace("}", ",\"token\":\"" + SECRET + "\"}"));
		this.ada.choose("Account");
		assertThat(list()).hasText("You have no access tokens.");
		this.canned.answer("GET /api/tokens", "[" + WEATHER + "]");
		this.ada.field("Purpose").fill("weather");
		this.ada.field("Days it works").fill("30");
		this.ada.button("Make a token").click();
		Locator token = this.ada.field("Your new token");
		assertThat(token).hasValue(SECRET);
		assertThat(token).isFocused();
		this.ada.button("Copy").click();
		assertThat(this.ada.page().locator("#token-secret [role=status]")).hasText("Copied.");
		assertThat(list()).containsText("weather");
		assertThat(this.canned.asked()).contains("POST /api/tokens {\"name\":\"weather\",\"days\":30}");
		this.ada.page().keyboard().press("Escape");
		assertThat(this.ada.page().locator("#token-secret-value")).hasValue("");
		this.ada.choose("Account");
		assertThat(list()).containsText("weather");
		assertThat(this.ada.page().locator("#token-secret")).isHidden();
		assertThat(this.ada.complaints()).isEmpty();
	}

	@Test
	void revokesAToken() {
		this.canned.answer("GET /api/tokens", "[" + WEATHER + "]").answer("DELETE /api/tokens/7", 204, "");
		this.ada.choose("Account");
		this.ada.button("Revoke: weather").click();
		this.ada.button("Revoke token").click();
		assertThat(list()).hasText("You have no access tokens.");
		assertThat(this.ada.page().locator("#token-said")).hasText("“weather” is revoked.");
		assertThat(this.ada.page().locator("#account-dialog")).isVisible();
		assertThat(this.canned.asked()).endsWith("DELETE /api/tokens/7");
		assertThat(this.ada.complaints()).isEmpty();
	}

	@Test
	void saysWhatIsWrong() {
		this.canned.answer("GET /api/tokens", "[]")
			.refuse("POST /api/tokens", 409, "token.limit", "An account may have 50 access tokens.");
		this.ada.choose("Account");
		this.ada.button("Make a token").click();
		assertThat(this.ada.page().locator("#token-error")).hasText("Please give its purpose.");
		this.ada.field("Purpose").fill("weather");
		this.ada.field("Days it works").fill("366");
		this.ada.button("Make a token").click();
		assertThat(this.ada.page().locator("#token-error")).hasText("That can be 1 to 365 days.");
		assertThat(this.ada.field("Days it works")).isFocused();
		this.ada.field("Days it works").fill("365");
		this.ada.button("Make a token").click();
		assertThat(this.ada.page().locator("#token-error")).hasText("An account may have 50 access tokens.");
	}

	@Test
	void saysWhereTheServerHasNone() {
		this.canned.refuse("GET /api/tokens", 404, "address.unknown", "There is nothing at this address.");
		this.ada.choose("Account");
		assertThat(list()).hasText("This server does not offer this.");
		assertThat(this.ada.page().locator("#token-form")).isHidden();
		assertThat(this.ada.button("Change password")).isVisible();
	}

	private Locator list() {
		return this.ada.page().locator("#own-tokens");
	}

}
