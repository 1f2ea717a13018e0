package chat.hubbub.web;

import java.net.URI;
import java.time.Instant;
import java.util.Set;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Api;
import chat.hubbub.mention.Notice;
import chat.hubbub.mention.Notices;
import chat.hubbub.topic.TopicName;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Moderators manage the webhooks of their topic in the page, without a mouse. */
class WebhooksPageIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer();

	private static final String EVENTS = "{\"id\":4,\"url\":\"https://example.org/events\",\"by\":\"ada\","
			+ "\"createdAt\":\"2026-01-02T12:00:00Z\",\"seq\":7,";

	@Test
	void makesAnAddressThatIsShownOnce() {
		Person ada = server.person("ada-in").signUp("correct horse").create("Builds");
		Keyboard keys = open(ada);
		assertThat(list(ada, "incoming")).hasText("There are none.");
		ada.field("Name of the program").focus();
		keys.press("Enter");
		assertThat(ada.page().locator("#incoming-hook-error")).hasText("Please give a name.");
		keys.type("builds");
		keys.press("Enter");
		Locator secret = ada.field("Address for the program");
		assertThat(secret).isFocused();
		assertThat(list(ada, "incoming").locator(".entry")).containsText("builds [bot]");
		String address = secret.inputValue();
		assertThat(address).startsWith(ada.address() + "hooks/hook_");
		assertThat(post(address)).isEqualTo(200);
		keys.press("Escape");
		ada.sees("It works");
		assertThat(ada.page().locator("#incoming-hook-secret-value")).hasValue("");
		open(ada);
		assertThat(secret).isHidden();
		ada.button("Revoke: builds [bot]").focus();
		keys.press("Enter");
		assertThat(ada.page().locator("#confirm-dialog")).containsText("Its messages stay.");
		keys.press("Tab");
		keys.press("Enter");
		assertThat(ada.page().locator("#incoming-hooks-said")).hasText("“builds [bot]” is revoked.");
		assertThat(list(ada, "incoming")).hasText("There are none.");
		assertThat(ada.complaints()).isEmpty();
		assertThat(post(address)).isEqualTo(404);
	}

	@Test
	void showsTheStateOfThoseThatTell() {
		Person ada = server.person("ada-out").signUp("correct horse").create("Events");
		String hooks = "/api/topics/events/outgoing-hooks";
		Canned canned = new Canned(ada.page()).answer("GET " + hooks, "[]")
			.answer("POST " + hooks, 201, EVENTS + "\"state\":\"on\",\"secret\":\"hook_key\"}")
			.answer("POST " + hooks + "/4/resume", 204, "");
		Keyboard keys = open(ada);
		assertThat(list(ada, "outgoing")).hasText("There are none.");
		canned.answer("GET " + hooks, "[" + EVENTS
				+ "\"state\":\"off\",\"fault\":\"no answer\",\"since\":\"2026-01-03T12:00:00Z\",\"mention\":\"helper\"}]");
		ada.page().locator("#outgoing-hook-url").focus();
		keys.type("https://example.org/events");
		keys.press("Tab");
		keys.type("@helper");
		keys.press("Enter");
		assertThat(ada.field("Key of the signatures")).hasValue("hook_key");
		assertThat(canned.asked())
			.contains("POST " + hooks + " {\"url\":\"https://example.org/events\",\"mention\":\"helper\"}");
		assertThat(list(ada, "outgoing")).containsText("Off since 3 Jan 2026");
		assertThat(list(ada, "outgoing")).containsText("no answer");
		assertThat(list(ada, "outgoing")).containsText("Only mentions of helper");
		ada.button("Turn on: https://example.org/events").focus();
		keys.press("Enter");
		keys.press("Tab");
		keys.press("Enter");
		assertThat(ada.page().locator("#outgoing-hooks-said")).hasText("“https://example.org/events” is on again.");
		assertThat(list(ada, "outgoing")).not().containsText("Off since");
		assertThat(ada.complaints()).isEmpty();
	}

	/** In the settings of an account, beside its access tokens. */
	@Test
	void tellsOfTheMentionsOfAnAccount() {
		Person ada = server.person("ada-bot").signUp("correct horse");
		String hooks = "/api/accounts/ada-bot/outgoing-hooks";
		Canned canned = new Canned(ada.page()).answer("GET " + hooks, "[]")
			.answer("POST " + hooks, 201, EVENTS + "\"state\":\"on\",\"secret\":\"hook_key\"}")
			.answer("DELETE " + hooks + "/4", 204, "");
		ada.choose("Account");
		assertThat(list(ada, "own")).hasText("There are none.");
		canned.answer("GET " + hooks, "[" + EVENTS + "\"topic\":\"lobby\",\"state\":\"on\",\"mention\":\"ada-bot\"}]");
		ada.field("Address of the program").focus();
		Keyboard keys = ada.page().keyboard();
		keys.press("Enter");
		assertThat(ada.page().locator("#own-hook-error")).hasText("Please give an address.");
		keys.type("https://example.org/events");
		keys.press("Enter");
		assertThat(ada.field("Key of the signatures")).hasValue("hook_key");
		assertThat(canned.asked()).contains("POST " + hooks + " {\"url\":\"https://example.org/events\"}");
		ada.button("Revoke: https://example.org/events").click();
		ada.button("Revoke webhook").click();
		assertThat(ada.page().locator("#own-hooks-said")).hasText("“https://example.org/events” is revoked.");
		long account = server.bean(Accounts.class).find(new Username("ada-bot")).orElseThrow().id();
		server.bean(Notices.class)
			.send(Notice.of("account-hook", "ci.example.org", "status 410", Instant.now()),
					Set.of(Account.key(account)));
		assertThat(ada.page().locator("#said"))
			.hasText("The webhook to ci.example.org for your mentions was turned off");
		assertThat(ada.complaints()).isEmpty();
	}

	@Test
	void saysThatOneWasTurnedOff() {
		Person ada = server.person("ada-off").signUp("correct horse").create("Alarms");
		long account = server.bean(Accounts.class).find(new Username("ada-off")).orElseThrow().id();
		server.bean(Notices.class)
			.send(Notice.of("hook", new TopicName("alarms"), 1, "ci.example.org", "status 410", Instant.now()),
					Set.of(Account.key(account)));
		assertThat(ada.page().locator("#said")).hasText("The webhook to ci.example.org in Alarms was turned off");
		assertThat(ada.complaints()).isEmpty();
	}

	private static Keyboard open(Person person) {
		person.button("Topic settings").click();
		person.button("Webhooks…").focus();
		person.page().keyboard().press("Enter");
		assertThat(person.page().locator("#hooks-dialog")).isVisible();
		return person.page().keyboard();
	}

	private static Locator list(Person person, String kind) {
		return person.page().locator("#" + kind + "-hooks");
	}

	private static int post(String address) {
		return new Api(server.port()).postAs("text/plain", URI.create(address).getPath(), "It works").status();
	}

}
