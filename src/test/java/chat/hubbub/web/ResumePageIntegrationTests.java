package chat.hubbub.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages reach the page by its subscription alone: the first asks for the newest, each
 * later one for those since. Only older pages come over HTTP.
 */
class ResumePageIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer("--hubbub.limits.enabled=false");

	@Test
	void readsNoHistoryOverHttpUntilSomebodyScrolls() {
		Person ada = server.person("ada").join();
		ada.writeMany(60);
		ada.seesOnce("number 60");
		Traffic traffic = new Traffic(ada.page());
		ada.page().reload();
		ada.connected().seesOnce("number 60");
		assertThat(ada.messages()).hasCount(50);
		ada.offline(true);
		assertThat(ada.linkState()).hasText("Offline");
		ada.offline(false);
		ada.connected().write("back").seesOnce("back");
		assertThat(pages(traffic)).isEmpty();
		ada.page().evaluate("() => document.querySelector('#log').scrollTop = 0");
		ada.seesOnce("number 1");
		assertThat(pages(traffic)).isNotEmpty();
	}

	@Test
	void comesBackWithoutADoubleAGapOrAFlicker() {
		Person ada = server.person("ada").join().create("Back");
		Person grace = server.person("grace").join().go("Back");
		ada.write("one").write("two").sees("one", "two");
		watchRows(ada.page());
		ada.offline(true);
		assertThat(ada.linkState()).hasText("Offline");
		grace.sees("one", "two");
		grace.write("three").write("four").sees("one", "two", "three", "four");
		ada.offline(false);
		ada.connected().sees("one", "two", "three", "four");
		grace.write("five");
		ada.sees("one", "two", "three", "four", "five");
		assertThat(removedRows(ada.page())).isZero();
	}

	@Test
	void asksFirstForTheNewestAndThenForWhatCameSince() {
		Person ada = server.person("ada");
		List<String> subscribes = subscribes(ada.page());
		ada.join().create("Asking").write("one").sees("one");
		ada.offline(true);
		assertThat(ada.linkState()).hasText("Offline");
		ada.offline(false);
		ada.connected().write("two").sees("one", "two");
		ada.go("Lobby").go("Asking").write("three").sees("one", "two", "three");
		assertThat(subscribes).filteredOn((frame) -> frame.contains("/topic/chat.asking"))
			.satisfiesExactly((first) -> assertThat(first).contains("last:50").doesNotContain("since:"),
					(second) -> assertThat(second).contains("since:1", "epoch:"),
					(third) -> assertThat(third).contains("since:2", "epoch:"));
	}

	@Test
	void loadsTheNewestPageWhereTheServerCannotGoOn() {
		Person ada = server.person("ada");
		AtomicBoolean told = new AtomicBoolean(true);
		ada.page().routeWebSocket(Pattern.compile("/ws$"), (route) -> telling("too-old", route, told));
		ada.join().create("Told").write("one").write("two").sees("one", "two");
		watchRows(ada.page());
		ada.offline(true);
		assertThat(ada.linkState()).hasText("Offline");
		Person grace = server.person("grace").join().go("Told");
		grace.sees("one", "two");
		grace.write("three").sees("one", "two", "three");
		told.set(false);
		ada.offline(false);
		ada.connected().sees("one", "two", "three");
		assertThat(told).isTrue();
		assertThat(removedRows(ada.page())).isZero();
		ada.write("four").sees("one", "two", "three", "four");
	}

	/** The server has the page's last message, and the page does not know it yet. */
	@Test
	void aPageThatIsFarBehindShowsTheNewest() {
		Person ada = server.person("ada");
		AtomicBoolean silent = new AtomicBoolean();
		ada.page().routeWebSocket(Pattern.compile("/ws$"), (route) -> passing(route, silent));
		ada.join();
		Person grace = server.person("grace").join();
		silent.set(true);
		ada.write("before");
		grace.seesOnce("before");
		ada.offline(true);
		assertThat(ada.linkState()).hasText("Offline");
		grace.writeMany(1_001);
		silent.set(false);
		ada.offline(false);
		ada.connected().seesOnce("number 1001");
		ada.storedAll();
		List<String> newest = IntStream.rangeClosed(952, 1_001).mapToObj((i) -> "number " + i).toList();
		assertThat(ada.messages().allInnerTexts()).endsWith(newest.toArray(String[]::new));
	}

	/** Counts rows that go from now on. */
	private static void watchRows(Page page) {
		page.evaluate("""
				() => {
					window.removedRows = 0;
					new MutationObserver(changes => changes.forEach(({ removedNodes }) => {
						window.removedRows += removedNodes.length;
					})).observe(document.querySelector('#log-rows'), { childList: true });
				}""");
	}

	private static int removedRows(Page page) {
		return (int) page.evaluate("() => window.removedRows");
	}

	private static List<String> pages(Traffic traffic) {
		return traffic.asked().stream().filter((address) -> address.contains("/messages")).toList();
	}

	/** The SUBSCRIBE frames of a page, as it sends them. */
	private static List<String> subscribes(Page page) {
		List<String> frames = new CopyOnWriteArrayList<>();
		page.onWebSocket((socket) -> socket.onFrameSent((frame) -> {
			if (frame.text() != null && frame.text().startsWith("SUBSCRIBE")) {
				frames.add(frame.text());
			}
		}));
		return frames;
	}

	/** The next message of a topic comes to the page with a notice. */
	private static void telling(String notice, WebSocketRoute page, AtomicBoolean told) {
		WebSocketRoute upstream = page.connectToServer();
		upstream.onMessage((frame) -> {
			String text = frame.text();
			boolean tell = text.startsWith("MESSAGE\n") && text.contains("/topic/chat.")
					&& told.compareAndSet(false, true);
			page.send(tell ? text.replaceFirst("\n", "\nresume:" + notice + "\n") : text);
		});
	}

	/** The page hears nothing of the server while it is silent. */
	private static void passing(WebSocketRoute page, AtomicBoolean silent) {
		page.connectToServer().onMessage((frame) -> {
			if (!silent.get()) {
				page.send(frame.text());
			}
		});
	}

}
