package chat.hubbub.web;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.Role;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.StompClient;
import chat.hubbub.search.Indexed;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Conversations between a few people. The names of one test are in no other. */
class ConversationsPageIntegrationTests {

	private static final String PASSWORD = "correct horse";

	@RegisterExtension
	static final PageServer server = new PageServer("--hubbub.limits.enabled=false");

	@Test
	void twoPeopleTalkAndAProgramBesideThem() {
		Person ada = server.person("ada-1").signUp(PASSWORD);
		Person linus = server.person("linus-1").signUp(PASSWORD);
		start(ada, "linus-1");
		assertThat(ada.heading()).hasText("linus-1");
		assertThat(ada.page().locator(".log__start")).containsText("the beginning of your conversation with linus-1.");
		assertThat(ada.composer()).hasAccessibleName("Message to linus-1");
		assertThat(conversations(linus)).hasCount(0);
		ada.write("psst");
		assertThat(conversations(linus)).hasAttribute("data-new", "");
		assertThat(conversations(linus).locator(".badge")).hasText("1");
		assertThat(linus.page()).hasTitle("(1) Lobby · Hubbub");
		linus.go("ada-1").sees("psst");
		assertThat(conversations(linus)).not().hasAttribute("data-new", "");
		String topic = linus.page().url().replaceAll(".*#/", "");
		try (StompClient program = StompClient.connect(server.port(), "login:linus-1", "passcode:" + PASSWORD)) {
			program.subscribe("/topic/chat." + topic, "since:0").post("/app/chat." + topic, "{\"text\":\"what?\"}");
			ada.sees("psst", "what?");
			linus.write("**who** is there?").sees("psst", "what?", "who is there?");
			program.takeMessages(3, "/topic/chat." + topic);
		}
		ada.page().reload();
		ada.connected().sees("psst", "what?", "who is there?");
		assertThat(ada.heading()).hasText("linus-1");
		assertThat(ada.complaints()).isEmpty();
		assertThat(linus.complaints()).isEmpty();
	}

	@Test
	void threePeopleAreFoundByTheirNames() {
		Person ada = server.person("ada-2").signUp(PASSWORD);
		Person linus = server.person("linus-2").signUp(PASSWORD);
		Person olga = server.person("olga-2").signUp(PASSWORD);
		start(ada, "linus-2", "olga-2");
		assertThat(ada.heading()).hasText("linus-2, olga-2");
		ada.write("lunch?");
		linus.go("ada-2, olga-2").sees("lunch?");
		olga.go("ada-2, linus-2").write("yes").sees("lunch?", "yes");
		ada.sees("lunch?", "yes");
		start(linus, "olga-2", "ada-2");
		linus.sees("lunch?", "yes");
		assertThat(conversations(linus)).hasCount(1);
	}

	@Test
	void isStartedFromAPersonInTheList() {
		Person ada = server.person("ada-3").signUp(PASSWORD);
		Person linus = server.person("linus-3").signUp(PASSWORD);
		Person grace = server.person("grace-3").join();
		act(ada, "linus-3", "Message");
		assertThat(ada.heading()).hasText("linus-3");
		assertThat(ada.page().locator("#people-list .person__name")).hasText(new String[] { "ada-3", "linus-3" });
		ada.write("hello").page().getByRole(AriaRole.LINK).getByText("Lobby").click();
		assertThat(ada.page().locator("#people-list button").filter(new Locator.FilterOptions().setHasText("linus-3")))
			.hasCount(1);
		assertThat(ada.page().locator("#people-list button").filter(new Locator.FilterOptions().setHasText("grace-3")))
			.hasCount(0);
		assertThat(grace.page().locator("#conversations-part")).isHidden();
		assertThat(grace.page().locator("#people-list button")).hasCount(0);
		linus.go("ada-3").sees("hello");
	}

	@Test
	void isNotCoveredByTheListFromWhichItIsStarted() {
		server.person("linus-8").signUp(PASSWORD);
		Person ada = server.person("ada-8", Person.NARROW, ColorScheme.LIGHT).signUp(PASSWORD);
		ada.page().locator("#people-toggle").click();
		act(ada, "linus-8", "Message");
		assertThat(ada.heading()).hasText("linus-8");
		assertThat(ada.page().locator("#people")).isHidden();
		assertThat(ada.composer()).isFocused();
	}

	@Test
	void endsForThosePeopleWhoLeave() {
		Person ada = server.person("ada-4").signUp(PASSWORD);
		Person linus = server.person("linus-4").signUp(PASSWORD);
		start(ada, "linus-4");
		ada.write("bye");
		linus.go("ada-4").sees("bye");
		linus.button("Leave conversation").first().click();
		linus.page().locator("#confirm-dialog-agree").click();
		assertThat(linus.heading()).hasText("Lobby");
		assertThat(conversations(linus)).hasCount(0);
		assertThat(ada.page().locator("#topic-description")).hasText("Left: linus-4");
		assertThat(ada.page().locator("#read-only")).hasText("Everybody else has left this conversation.");
		ada.sees("bye");
		start(ada, "linus-4");
		ada.write("again?").sees("again?");
		linus.go("ada-4").sees("again?");
	}

	@Test
	void aBlockedPersonIsNotHeardUntilTheBlockIsLifted() {
		Person ada = server.person("ada-5").signUp(PASSWORD);
		Person eve = server.person("eve-5").signUp(PASSWORD);
		Person linus = server.person("linus-5").signUp(PASSWORD);
		start(linus, "ada-5", "eve-5");
		linus.write("hello");
		eve.go("ada-5, linus-5").write("you all");
		ada.go("eve-5, linus-5").sees("hello", "you all");
		start(ada, "eve-5");
		act(ada, "eve-5", "Block…");
		ada.button("Block").click();
		assertThat(ada.page().locator("#read-only")).hasText("You have blocked eve-5.");
		start(eve, "ada-5");
		eve.write("why?");
		assertThat(eve.page().locator(".message__state")).containsText("Your message was not delivered");
		ada.go("eve-5, linus-5").sees("hello", "A person whom you have blocked wrote a message.");
		ada.button("Show").click();
		ada.sees("hello", "you all");
		ada.page().reload();
		ada.connected().sees("hello", "A person whom you have blocked wrote a message.");
		ada.choose("Account");
		assertThat(ada.page().locator("#own-blocks bdi").first()).hasText("eve-5");
		ada.button("Unblock: eve-5").click();
		ada.page().locator("#confirm-dialog-agree").click();
		assertThat(ada.page().locator("#own-blocks")).containsText("You have not blocked anybody.");
		ada.page().keyboard().press("Escape");
		ada.sees("hello", "you all");
		eve.button("Try again").click();
		eve.sees("why?");
	}

	@Test
	void aBlockOfAnotherDeviceIsSeenAtOnce() {
		Person ada = server.person("ada-7").signUp(PASSWORD);
		Person eve = server.person("eve-7").signUp(PASSWORD);
		Person phone = server.person("ada-7").open("");
		phone.signIn("ada-7", PASSWORD);
		phone.connected();
		start(eve, "ada-7");
		eve.write("psst");
		phone.go("eve-7").sees("psst");
		assertThat(eve.page().locator(".message[data-state=stored]")).hasCount(1);
		Locator hits = search(phone, "psst");
		assertThat(hits).hasCount(1);
		act(ada, "eve-7", "Block…");
		ada.button("Block").click();
		assertThat(phone.page().locator("#read-only")).hasText("You have blocked eve-7.");
		assertThat(hits).hasCount(0);
		phone.page().keyboard().press("Escape");
		phone.choose("Account");
		assertThat(phone.page().locator("#own-blocks bdi").first()).hasText("eve-7");
		act(ada, "eve-7", "Unblock");
		assertThat(phone.page().locator("#own-blocks")).containsText("You have not blocked anybody.");
		phone.page().keyboard().press("Escape");
		assertThat(phone.page().locator("#read-only")).isHidden();
		phone.sees("psst");
	}

	@Test
	void aMessageIsReportedToTheAdmins() {
		Person ada = server.person("ada-6").signUp(PASSWORD);
		Person eve = server.person("eve-6").signUp(PASSWORD);
		start(eve, "ada-6");
		eve.write("rude words");
		ada.go("eve-6").sees("rude words");
		eve.page().locator(".message__more").press("Enter");
		assertThat(eve.button("Copy text")).isVisible();
		assertThat(eve.button("Report message")).hasCount(0);
		ada.page().locator(".message__more").press("Enter");
		ada.button("Report message").click();
		ada.field("Reason (optional)").fill("rude");
		Axe.verify(ada, "report");
		ada.button("Report").click();
		assertThat(ada.page().locator("#notice")).containsText("The admins have the message now.");
		Person olga = server.person("olga-6").signUp(PASSWORD);
		Accounts accounts = server.bean(Accounts.class);
		accounts.changeRole(accounts.find(new Username("olga-6")).orElseThrow().id(), Role.ADMIN);
		olga.open("admin#reports");
		Locator report = olga.page().locator("#reports li");
		assertThat(report).containsText("rude words");
		assertThat(report).containsText("Reported by ada-6");
		Axe.verify(olga, "reports");
		report.locator("button").click();
		olga.page().locator("#confirm-dialog-agree").click();
		assertThat(olga.page().locator("#reports")).containsText("There are no reports.");
	}

	@ParameterizedTest
	@MethodSource("chat.hubbub.web.Axe#looks")
	void isAccessible(ColorScheme scheme, int width) {
		String name = "ada-" + scheme.name().toLowerCase() + "-" + width;
		String other = "linus-" + name;
		server.person(other).signUp(PASSWORD);
		Person ada = server.person(name, width, scheme).signUp(PASSWORD);
		openSidebar(ada, width);
		ada.button("New direct message").click();
		addressee(ada).fill(other);
		assertThat(ada.page().locator("#addressees-list [role=option]")).hasCount(1);
		Axe.verify(ada, "choice of people");
		addressee(ada).press("Enter");
		Axe.verify(ada, "chosen people");
		addressee(ada).press("Enter");
		assertThat(ada.heading()).hasText(other);
		ada.write("psst").sees("psst");
		Axe.verify(ada, "conversation");
		openSidebar(ada, width);
		Axe.verify(ada, "list of conversations");
	}

	private static void openSidebar(Person person, int width) {
		if (width == Person.NARROW) {
			person.button("Open the list of topics").click();
		}
	}

	/** By the keyboard alone. */
	private static void start(Person person, String... others) {
		person.button("New direct message").press("Enter");
		for (String other : others) {
			addressee(person).pressSequentially(other);
			assertThat(person.page().locator("#addressees-list [aria-selected=true] bdi")).hasText(other);
			addressee(person).press("Enter");
			assertThat(person.page().locator("#addressees-chosen")).containsText(other);
		}
		addressee(person).press("Enter");
		assertThat(person.page().locator("#conversation-dialog")).isHidden();
	}

	private static Locator search(Person person, String query) {
		Indexed.await(server.bean(JdbcTemplate.class));
		person.page().locator("#log").focus();
		person.page().keyboard().press("/");
		person.field("Search for").fill(query);
		return person.page().locator("#search-hits li");
	}

	private static Locator addressee(Person person) {
		return person.page().locator("#addressees-query");
	}

	private static Locator conversations(Person person) {
		return person.page().locator("#conversations a");
	}

	private static void act(Person person, String name, String act) {
		person.page().locator("#people-list button").filter(new Locator.FilterOptions().setHasText(name)).click();
		person.button(act).click();
	}

}
