package chat.hubbub.web;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Somebody writes faster than the server lets them: nothing is lost or out of order. */
class HurryIntegrationTests {

	private static final int TEXTS = 12;

	@RegisterExtension
	static final PageServer server = new PageServer("--hubbub.limits.enabled=true",
			"--hubbub.limits.messages=4/s burst 4");

	private final Person ada = server.person("ada");

	private final Person grace = server.person("grace");

	@Test
	void whatWasWrittenOfflineComesInOrder() {
		this.ada.join().create("Offline");
		this.grace.join().go("Offline");
		this.ada.offline(true);
		assertThat(this.ada.linkState()).hasText("Offline");
		write("offline ");
		assertThat(this.ada.page().locator(".message[data-state=sending]")).hasCount(TEXTS);
		this.ada.offline(false);
		this.grace.sees(texts("offline "));
		this.ada.sees(texts("offline "));
	}

	@Test
	void whatIsWrittenInAHurryComesInOrder() {
		this.ada.join().create("Hurry");
		this.grace.join().go("Hurry");
		write("hurry ");
		this.grace.sees(texts("hurry "));
		this.ada.sees(texts("hurry "));
		assertThat(this.ada.complaints()).isEmpty();
	}

	private void write(String start) {
		for (String text : texts(start)) {
			this.ada.write(text);
		}
	}

	private static String[] texts(String start) {
		return IntStream.rangeClosed(1, TEXTS).mapToObj((i) -> start + i).toArray(String[]::new);
	}

}
