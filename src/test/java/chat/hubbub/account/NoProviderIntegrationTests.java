package chat.hubbub.account;

import chat.hubbub.account.provider.Providers;
import chat.hubbub.fixture.HubbubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that knows no provider has nothing of them. */
class NoProviderIntegrationTests {

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	@Test
	void hasNoWayToOne() {
		assertThat(server.bean(Providers.class).all()).isEmpty();
		assertThat(server.api().get("/oauth2/authorization/test").status()).isEqualTo(404);
		assertThat(server.api().get("/login/oauth2/code/test?code=x&state=y").status()).isEqualTo(404);
		assertThat(server.api().get("/").body()).doesNotContain("oauth2");
	}

}
