package chat.hubbub.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import chat.hubbub.fixture.Left;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;

/** The frames of a page's WebSockets that tests wait for, and its last frames. */
final class PageFrames {

	private static final int LAST = 12;

	private static final int SHOWN_CHARACTERS = 160;

	/** The SEND frames that tell how far this person has read. */
	private final List<String> marks = new ArrayList<>();

	private final List<String> notices = new ArrayList<>();

	/** The server's greetings, one for each connection. */
	private final List<String> greetings = new ArrayList<>();

	private final Deque<String> last = new ArrayDeque<>();

	private final Page page;

	PageFrames(Page page) {
		this.page = page;
		page.onWebSocket(this::follow);
	}

	private void follow(WebSocket socket) {
		note("opens a socket");
		socket.onFrameSent((frame) -> {
			keep(frame.text(), "\ndestination:/app/read", this.marks);
			note("sends " + frame.text());
		});
		socket.onFrameReceived((frame) -> {
			keep(frame.text(), "\ndestination:/user/queue/notices", this.notices);
			keep(frame.text(), "CONNECTED\n", this.greetings);
			note("receives " + frame.text());
		});
		socket.onClose((closed) -> note("has lost its socket"));
	}

	private static void keep(String frame, String part, List<String> kept) {
		if (frame != null && frame.contains(part)) {
			kept.add(frame);
		}
	}

	private void note(String event) {
		if (this.last.size() == LAST) {
			this.last.remove();
		}
		this.last.add(event.substring(0, Math.min(event.length(), SHOWN_CHARACTERS)).replace('\n', ' '));
	}

	/** Waits until the page has a notice with this text. */
	void awaitNotice(String text) {
		this.page.waitForCondition(() -> this.notices.stream().anyMatch((frame) -> frame.contains(text)));
	}

	/** Waits until the page has told how far it has read in a topic. */
	void awaitMark(String topic, String seq) {
		String destination = "\ndestination:/app/read." + topic + "\n";
		this.page.waitForCondition(() -> this.marks.stream()
			.anyMatch((frame) -> frame.contains(destination) && frame.contains("{\"seq\":" + seq + "}")));
	}

	/** All its connections close. */
	void leave() {
		Left.addAll(this.greetings);
	}

	/** The last frames and other events, for the report of a test that failed. */
	List<String> last() {
		return List.copyOf(this.last);
	}

}
