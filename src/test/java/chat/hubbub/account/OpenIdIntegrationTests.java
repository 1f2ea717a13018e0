package chat.hubbub.account;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import chat.hubbub.account.provider.ProviderFailed;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.BrokenTable;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.OpenIdProvider;
import chat.hubbub.fixture.StompClient;
import chat.hubbub.fixture.Wanderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** People sign in at a provider, each test with people of its own. */
class OpenIdIntegrationTests {

	private static final OpenIdProvider provider = new OpenIdProvider().start();

	@RegisterExtension
	static final OpenIdProvider running = provider;

	@RegisterExtension
	static final HubbubServer server = new HubbubServer(
			Stream.concat(Stream.of("--hubbub.trusted-proxies=127.0.0.1"), Stream.of(provider.settings()))
				.toArray(String[]::new));

	private final Wanderer browser = new Wanderer();

	@Test
	void makesAnAccountAndFindsItAgain() {
		signIn(this.browser, "u-4");
		assertThat(who(this.browser)).isEqualTo("{\"name\":\"joan\",\"role\":\"member\"}");
		Wanderer elsewhere = new Wanderer();
		signIn(elsewhere, "u-4");
		assertThat(who(elsewhere)).isEqualTo("{\"name\":\"joan\",\"role\":\"member\"}");
		StompClient page = server.connectWithCookie("SESSION=" + this.browser.cookie("SESSION").orElseThrow());
		assertThat(page.userName()).isEqualTo("joan");
	}

	/** The transaction ends as if the power failed while the session is stored. */
	@Test
	@SuppressWarnings("try")
	void makesNoAccountWithoutItsSession() {
		URI callback = callback(this.browser, "u-7");
		JdbcClient database = server.bean(JdbcClient.class);
		try (BrokenTable sessions = new BrokenTable(server.bean(JdbcTemplate.class),
				"insert on spring_session_attributes", "new.attribute_name = '" + BrowserMember.ATTRIBUTE + "'")) {
			this.browser.next(callback);
		}
		assertThat(server.bean(Accounts.class).find(new Username("ellen"))).isEmpty();
		assertThat(database.sql("select count(*) from account where name = 'ellen'").query(Integer.class).single())
			.isZero();
		assertThat(who(this.browser)).contains("null");
		signIn(this.browser, "u-7");
		assertThat(who(this.browser)).isEqualTo("{\"name\":\"ellen\",\"role\":\"member\"}");
	}

	@Test
	void takesNoAccountOverBecauseOfItsName() {
		server.api().signUp("ada", "correct horse");
		signIn(this.browser, "u-1");
		assertThat(who(this.browser)).isEqualTo("{\"name\":\"ada-2\",\"role\":\"member\"}");
		Wanderer other = new Wanderer();
		signIn(other, "u-2");
		assertThat(who(other)).isEqualTo("{\"name\":\"ada-3\",\"role\":\"member\"}");
	}

	@Test
	void makesANameOfWhatIsNone() {
		signIn(this.browser, "u-3");
		assertThat(who(this.browser)).isEqualTo("{\"name\":\"Grace Hopper\",\"role\":\"member\"}");
	}

	@Test
	void givesNoPassword() {
		signIn(this.browser, "u-5");
		for (String password : List.of("", "no password", "null")) {
			assertThat(server.api().signIn("rosa", password).code()).isEqualTo("sign-in.failed");
			assertThat(post("/api/account/password", "{\"current\":\"" + password + "\",\"password\":\"open sesame\"}")
				.code()).isEqualTo("sign-in.failed");
		}
		assertThat(who(this.browser)).isEqualTo("{\"name\":\"rosa\",\"role\":\"member\"}");
	}

	@Test
	void makesAnotherAccountOnceOneIsDeleted() {
		signIn(this.browser, "u-6");
		Account before = server.bean(Accounts.class).find(new Username("linus")).orElseThrow();
		assertThat(post("/api/account/deletion", "{}").status()).isEqualTo(204);
		assertThat(server.bean(Accounts.class).find(before.id())).isEmpty();
		signIn(this.browser, "u-6");
		assertThat(server.bean(Accounts.class).find(new Username("linus")).orElseThrow().id())
			.isNotEqualTo(before.id());
	}

	@Test
	void givesAnotherSessionIdToWhoSignsIn() {
		URI callback = callback(this.browser, "u-4");
		String planted = this.browser.cookie("SESSION").orElseThrow();
		this.browser.next(callback);
		assertThat(this.browser.cookie("SESSION")).isPresent().get().isNotEqualTo(planted);
		assertThat(server.connectWithCookie("SESSION=" + planted).userName()).startsWith("guest-");
	}

	@Test
	void refusesAnAnswerWithoutItsRequest() {
		URI callback = callback(this.browser, "u-4");
		assertRefused(new Wanderer(), callback);
		assertRefused(this.browser, URI.create(callback.toString().replaceAll("state=[^&]*", "state=another")));
		assertRefused(this.browser, address("/login/oauth2/code/test"));
		assertRefused(this.browser, address("/login/oauth2/code/test?error=access_denied&state=x"));
	}

	@Test
	void isSentBackToThePathOfTheProxy() {
		URI request = URI.create(server.api()
			.get("/oauth2/authorization/test", "X-Forwarded-Prefix", "/talk", "X-Forwarded-Proto", "https",
					"X-Forwarded-Host", "chat.example")
			.header("Location"));
		assertThat(parameter(request, "redirect_uri")).isEqualTo("https://chat.example/talk/login/oauth2/code/test");
	}

	@Test
	void refusesACodeThatAnotherBrowserGot() {
		URI callback = callback(this.browser, "u-4");
		Wanderer eve = new Wanderer();
		URI request = eve.next(address("/oauth2/authorization/test")).orElseThrow();
		assertRefused(eve, address("/login/oauth2/code/test?code=" + parameter(callback, "code") + "&state="
				+ parameter(request, "state")));
	}

	@Test
	void refusesAnAnswerToAnotherRequest() {
		assertRefused(this.browser, callback(this.browser, OpenIdProvider.MALLORY));
		assertThat(server.bean(Accounts.class).find(new Username(OpenIdProvider.MALLORY))).isEmpty();
	}

	@Test
	void leavesNothingOfTheProviderBehind() {
		signIn(this.browser, "u-4");
		List<String> kept = server.bean(JdbcClient.class)
			.sql("""
					select attribute_name from spring_session_attributes join spring_session
					on primary_id = session_primary_id where session_id = :id""")
			.param("id", sessionId(this.browser))
			.query(String.class)
			.list();
		assertThat(kept).containsExactly(BrowserMember.ATTRIBUTE);
	}

	@Test
	void showsAWayInOnThePage() {
		assertThat(this.browser.read(address("/"))).contains("href=\"oauth2/authorization/test\"", "Sign in with Test");
		assertThat(this.browser.read(address("/?refused=provider.failed"))).contains(new ProviderFailed().sentence());
		assertThat(this.browser.read(address("/?refused=%3Cscript%3Ealert(1)"))).doesNotContain("<script>alert");
	}

	private static void signIn(Wanderer browser, String person) {
		URI callback = callback(browser, person);
		assertThat(browser.next(callback)).contains(callback.resolve("/"));
	}

	/** Goes to the provider and back, up to where the provider sends the browser. */
	private static URI callback(Wanderer browser, String person) {
		browser.send(URI.create(provider.issuer() + "/login"),
				"username=" + person + "&password=" + OpenIdProvider.PASSWORD.replace(' ', '+'));
		URI callback = browser.follow(address("/oauth2/authorization/test"),
				(next) -> next.getPath().startsWith("/login/oauth2/code/"));
		assertThat(callback).hasPath("/login/oauth2/code/test");
		assertThat(callback.getQuery()).contains("code=", "state=");
		return callback;
	}

	private static void assertRefused(Wanderer browser, URI callback) {
		assertThat(browser.next(callback)).contains(callback.resolve("/?refused=provider.failed"));
		assertThat(who(browser)).contains("null");
	}

	private Answer post(String path, String json) {
		String token = this.browser.cookie("XSRF-TOKEN").orElseThrow();
		String cookies = "SESSION=" + this.browser.cookie("SESSION").orElseThrow() + "; XSRF-TOKEN=" + token;
		return server.api().post(path, json, "Cookie", cookies, "X-XSRF-TOKEN", token);
	}

	private static String parameter(URI address, String name) {
		return Stream.of(address.getRawQuery().split("&"))
			.filter((pair) -> pair.startsWith(name + "="))
			.map((pair) -> pair.substring(name.length() + 1))
			.findFirst()
			.orElseThrow();
	}

	private static String who(Wanderer browser) {
		return browser.read(address("/api/session")).replace(",\"server\":{\"name\":\"Hubbub\"}", "");
	}

	private static String sessionId(Wanderer browser) {
		return new String(Base64.getDecoder().decode(browser.cookie("SESSION").orElseThrow()), StandardCharsets.UTF_8);
	}

	private static URI address(String path) {
		return URI.create("http://127.0.0.1:" + server.port() + path);
	}

}
