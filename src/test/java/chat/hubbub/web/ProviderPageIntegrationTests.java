package chat.hubbub.web;

import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.OpenIdProvider;
import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** People sign in at a provider with a browser, under the page's rules for content. */
@ExtendWith(Chromium.class)
class ProviderPageIntegrationTests {

	private static final OpenIdProvider provider = new OpenIdProvider().start();

	@RegisterExtension
	static final OpenIdProvider running = provider;

	@RegisterExtension
	static final HubbubServer server = new HubbubServer(provider.settings());

	private final Browser browser;

	ProviderPageIntegrationTests(Browser browser) {
		this.browser = browser;
	}

	@Test
	void signsInThereAndIsBack() {
		try (Person joan = new Person("joan", "http://127.0.0.1:" + server.port() + "/", this.browser)) {
			joan.open("").page().getByText("Sign in with Test").click();
			joan.page().locator("#username").fill("u-4");
			joan.page().locator("#password").fill(OpenIdProvider.PASSWORD);
			joan.page().locator("button[type=submit]").click();
			joan.connected().write("from there").sees("from there");
			assertThat(joan.page().locator("#me")).containsText("joan");
		}
	}

	@Test
	void saysWhyNot() {
		try (Person joan = new Person("joan", "http://127.0.0.1:" + server.port() + "/", this.browser)) {
			joan.open("?refused=provider.failed");
			assertThat(joan.page().locator("#sign-in-error")).containsText("could not sign you in");
			assertThat(joan.page()).hasURL(joan.address());
		}
	}

}
