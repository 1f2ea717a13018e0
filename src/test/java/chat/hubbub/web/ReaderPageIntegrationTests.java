package chat.hubbub.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import chat.hubbub.account.invite.Invites;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages as people read them on the page, each with a clock and a language of their
 * own.
 */
class ReaderPageIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer("--hubbub.sign-up=invite");

	@Test
	void aTimeOfTwelveHoursStaysBesideItsMessage() {
		Person ada = server.person("ada", new Browser.NewContextOptions().setLocale("en-US"));
		ada.join().create("Times").write("one").write("two").sees("one", "two");
		assertThat(ada.page().locator(".message__head time")).hasText(Pattern.compile("^\\d\\d:\\d\\d [AP]M$"));
		assertThat(ada.page().locator(".message__gutter time")).hasText(Pattern.compile("^\\d\\d:\\d\\d$"));
		assertThat(ada.page().evaluate("""
				() => {
					const gutter = document.querySelector('.message__gutter');
					const time = document.createRange();
					time.selectNodeContents(gutter.querySelector('time'));
					return time.getBoundingClientRect().right <= gutter.getBoundingClientRect().right + 0.5;
				}""")).isEqualTo(true);
	}

	@Test
	void loadsOlderPagesOnScrollingUpAndKeepsThePlace() {
		Person ada = server.person("ada").join();
		ada.writeMany(150);
		ada.page().reload();
		ada.connected().seesOnce("number 150");
		assertThat(ada.messages()).hasCount(50);
		for (int oldest = 101; oldest > 1; oldest -= 50) {
			Locator first = ada.seesOnce("number " + oldest);
			double before = scrollUpTo(first);
			ada.seesOnce("number " + (oldest - 50));
			assertThat(top(first)).isCloseTo(before, Offset.offset(2.0));
		}
		assertThat(ada.page().locator(".log__start")).isVisible();
		List<String> expected = IntStream.rangeClosed(1, 150).mapToObj((i) -> "number " + i).toList();
		assertThat(ada.messages().allInnerTexts()).isEqualTo(expected);
	}

	@Test
	void saysOfNewMessagesFurtherDown() {
		Person ada = server.person("ada").join().create("Pill");
		Person grace = server.person("grace").join().go("Pill");
		ada.write("line\n".repeat(60) + "end");
		assertThat(grace.messages()).hasCount(1);
		grace.page().evaluate("() => document.querySelector('#log').scrollTop = 0");
		assertThat(grace.page().locator("#to-newest")).containsText("Jump to the newest");
		ada.write("news");
		assertThat(grace.page().locator("#to-newest")).containsText("1 new message");
		grace.page().locator("#to-newest").click();
		assertThat(grace.page().locator("#to-newest")).isHidden();
		assertThat(grace.seesOnce("news")).isInViewport();
	}

	/** As after a sleep: all of it comes in one frame. */
	@Test
	void theLogFollowsWhereANoticeComesWithAMessage() {
		Person ada = server.person("ada", new Browser.NewContextOptions().setViewportSize(Person.WIDE, 400));
		ada.join().create("Sleep").write("line\n".repeat(40));
		assertThat(ada.messages()).hasCount(1);
		ada.page()
			.evaluate(
					"""
							() => {
								const log = document.querySelector('#log');
								const notice = document.querySelector('#notice');
								document.querySelector('#log-rows').append(Object.assign(document.createElement('p'), { textContent: 'new' }));
								log.scrollTop = log.scrollHeight;
								notice.querySelector('span').textContent = 'The list of topics could not be loaded. '.repeat(6);
								notice.hidden = false;
							}""");
		ada.page().waitForFunction("""
				() => {
					const log = document.querySelector('#log');
					return log.scrollHeight - log.clientHeight - log.scrollTop < 2;
				}""");
		assertThat(ada.page().locator("#to-newest")).isHidden();
	}

	@Test
	void anInvitationThatIsNotGoodSaysSoAtOnce() {
		Person eve = server.person("eve", new Browser.NewContextOptions()).open("join#used");
		assertThat(eve.page().locator("#sign-in-error")).containsText("This invitation is not valid");
		assertThat(eve.page().locator("#sign-in h1")).hasText("Welcome to Hubbub");
		eve.signIn("eve");
		eve.connected();
	}

	@Test
	void anInvitationThatIsGoodAsksForAnAccountAndIsUsedOnce() {
		String good = server.bean(Invites.class).inviteFirstAdmin().orElseThrow();
		Person grace = server.person("grace", new Browser.NewContextOptions());
		grace.page().waitForResponse("**/api/invitation", () -> grace.open("join#" + good));
		assertThat(grace.page().locator("#sign-in h1")).hasText("Create your account");
		assertThat(grace.page().locator("#sign-in-error")).isEmpty();
		grace.field("Your name").fill("grace");
		grace.field("Password").fill("correct horse");
		grace.button("Create account").click();
		grace.connected();
		mutesAreToldByTheReadersClock(grace.page());
		Person late = server.person("late", new Browser.NewContextOptions()).open("join#" + good);
		assertThat(late.page().locator("#sign-in-error")).containsText("This invitation is not valid");
	}

	private void mutesAreToldByTheReadersClock(Page admin) {
		Person linus = server.person("linus", new Browser.NewContextOptions().setTimezoneId("Asia/Tokyo"));
		linus.join();
		Object until = admin.evaluate(
				"""
						async () => {
							const token = /XSRF-TOKEN=([^;]*)/.exec(document.cookie)[1];
							const answer = await fetch('api/mutes', { method: 'POST', body: '{"username":"linus","minutes":30,"reason":"spam"}',
								headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token } });
							return (await answer.json()).until;
						}""");
		Object told = linus.page().evaluate("""
				until => new Date(Date.parse(until) + 59_999).toLocaleString('en-GB',
					{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })""", until);
		linus.write("buy now");
		assertThat(linus.page().locator(".message__state span"))
			.hasText("Not sent: You may not post on this server until " + told + ". Reason: spam");
	}

	/** Scrolls to the very top, where the message is the first; returns its place. */
	private static double scrollUpTo(Locator message) {
		return ((Number) message.evaluate("""
				message => {
					document.querySelector('#log').scrollTop = 0;
					return message.getBoundingClientRect().top;
				}""")).doubleValue();
	}

	private static double top(Locator message) {
		return ((Number) message.evaluate("message => message.getBoundingClientRect().top")).doubleValue();
	}

}
