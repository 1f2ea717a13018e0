package chat.hubbub.account;

import java.net.URI;

import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.OpenIdProvider;
import chat.hubbub.fixture.Wanderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** People sign in at a provider where not everybody may make an account. */
class OpenIdClosedIntegrationTests {

	private static final OpenIdProvider provider = new OpenIdProvider().start();

	@RegisterExtension
	static final OpenIdProvider running = provider;

	@RegisterExtension
	static final HubbubServer server = new HubbubServer(provider.settings("--hubbub.sign-up=invite"));

	@Test
	void makesNoAccountAndSaysWhy() {
		Wanderer browser = new Wanderer();
		browser.send(URI.create(provider.issuer() + "/login"),
				"username=u-4&password=" + OpenIdProvider.PASSWORD.replace(' ', '+'));
		URI start = address("/oauth2/authorization/test");
		URI end = browser.follow(start, (next) -> next.getPath().equals("/"));
		assertThat(end).isEqualTo(start.resolve("/?refused=sign-up.closed"));
		assertThat(browser.read(end)).contains(new SignUpClosed().sentence());
		assertThat(browser.read(address("/api/session"))).contains("null");
		assertThat(server.bean(Accounts.class).find(new Username("joan"))).isEmpty();
	}

	private static URI address(String path) {
		return URI.create("http://127.0.0.1:" + server.port() + path);
	}

}
