package chat.hubbub.web;

import java.time.LocalDate;
import java.util.List;

import chat.hubbub.fixture.StompClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A long topic: only a part of its messages is in the page, and a smaller part has rows.
 */
class TimelinePageIntegrationTests {

	private static final int MANY = 900;

	@RegisterExtension
	static final PageServer server = new PageServer("--hubbub.limits.enabled=false");

	@Test
	void aLongTopicHasFewRowsWhereverOneLooks() {
		Person ada = server.person("ada").join();
		Person grace = server.person("grace").join();
		grace.writeMany(MANY);
		ada.seesOnce("number " + MANY);
		watchRows(ada);
		scrollUntil(ada, -600, "number 1");
		Locator first = ada.seesOnce("number 1");
		assertThat(ada.page().locator(".log__start")).isVisible();
		assertThat(ada.page().locator("#log")).hasAttribute("aria-live", "off");
		grace.write("meanwhile");
		assertThat(ada.page().locator("#to-newest")).hasText("1 new message ↓");
		scrollUntil(ada, 600, "meanwhile");
		assertThat(first).hasCount(0);
		assertThat(ada.page().locator(".message").last()).containsText("meanwhile");
		assertThat(ada.page().locator("#log")).hasAttribute("aria-live", "polite");
		scrollUntil(ada, -600, "number 300");
		assertThat(placesAskedWhileScrolling(ada)).isLessThan(1_000);
		ada.write("back to the end");
		assertThat(ada.seesOnce("back to the end")).isInViewport();
		grace.write("and on").seesOnce("and on");
		assertThat(ada.seesOnce("and on")).isInViewport();
		assertThat((Integer) ada.page().evaluate("() => window.mostRows")).isBetween(300, 400);
		assertThat((Integer) ada.page().evaluate("() => window.mostAdded")).isBetween(40, 60);
		assertThat((Integer) ada.page().evaluate("""
				() => [...document.querySelectorAll('.message__act')]
					.filter(act => getComputedStyle(act, '::before').content !== 'none').length""")).isLessThan(20);
		assertThat(ada.complaints()).isEmpty();
	}

	/** Notes the greatest number of rows, and of rows that come in one step. */
	private static void watchRows(Person person) {
		person.page().evaluate("""
				() => {
					const rows = document.querySelector('#log-rows');
					const isMessage = node => node.matches('.message');
					const count = records => {
						const added = records.flatMap(({ addedNodes }) => [...addedNodes]).filter(isMessage).length;
						window.mostAdded = Math.max(window.mostAdded ?? 0, added);
						window.mostRows = Math.max(window.mostRows ?? 0, rows.querySelectorAll('.message').length);
					};
					new MutationObserver(count).observe(rows, { childList: true });
				}""");
	}

	/**
	 * Scrolls to and fro within the rows, and counts how often the page asks where a row
	 * is. To draw asks for a hundred of them.
	 */
	private static int placesAskedWhileScrolling(Person person) {
		return (Integer) person.page().evaluate("""
				async () => {
					const log = document.querySelector('#log');
					const ask = Element.prototype.getBoundingClientRect;
					let asked = 0;
					Element.prototype.getBoundingClientRect = function () {
						asked += this.matches('.message') ? 1 : 0;
						return ask.call(this);
					};
					log.scrollTop = log.scrollHeight / 2;
					for (let i = 0; i < 40; i++) {
						log.scrollTop += i % 2 ? 10 : -10;
						await new Promise(requestAnimationFrame);
					}
					Element.prototype.getBoundingClientRect = ask;
					return asked;
				}""");
	}

	/** Scrolls a bit in each frame until a message is in sight. */
	private static void scrollUntil(Person person, int pixels, String text) {
		person.page().evaluate("""
				([pixels, text]) => new Promise(done => {
					const log = document.querySelector('#log');
					const seen = () => [...log.querySelectorAll('.message__text')].some(each => {
						const { top, bottom } = each.getBoundingClientRect();
						return each.textContent === text && bottom > 60 && top < innerHeight;
					});
					const step = () => {
						log.scrollTop += pixels;
						return seen() ? done() : requestAnimationFrame(step);
					};
					step();
				})""", new Object[] { pixels, text });
	}

}
