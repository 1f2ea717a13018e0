package chat.hubbub.web;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

import chat.hubbub.search.Indexed;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** People find messages in the page. */
class SearchPageIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer("--hubbub.limits.enabled=false");

	@Test
	void findsAMessageAndJumpsThereByTheKeyboard() {
		Person ada = server.person("ada").join().create("Boats");
		stored(ada, "A red canoe on the lake");
		stored(ada.create("Trains"), "The night train");
		Locator hits = search(ada, "red cano");
		assertThat(hits).hasCount(1);
		assertThat(hits.locator("mark")).hasText(new String[] { "red", "canoe" });
		assertThat(hits.locator(".hit__topic")).hasText("Boats");
		ada.page().keyboard().press("ArrowDown");
		assertThat(hits.locator("a")).isFocused();
		ada.page().keyboard().press("Enter");
		assertThat(ada.page().locator("#search")).isHidden();
		assertThat(ada.heading()).hasText("Boats");
		assertThat(ada.page().locator(".message").last()).containsText("A red canoe on the lake");
		assertThat(ada.page()).hasURL(Pattern.compile(".*#/boats/1$"));
		// The hits are still there.
		ada.page().locator("#log").focus();
		ada.page().keyboard().press("/");
		assertThat(ada.field("Search for")).hasValue("red cano");
		assertThat(hits).hasCount(1);
		hits.locator("a").click();
		assertThat(ada.page().locator("#search")).isHidden();
		Assertions.assertThat(ada.complaints()).isEmpty();
	}

	@Test
	void leadsFromTheSwitcherToTheSearch() {
		Person ada = server.person("ada").join().create("Birds");
		stored(ada, "A kingfisher by the river");
		Indexed.await(server.bean(JdbcTemplate.class));
		Keyboard keyboard = ada.page().keyboard();
		keyboard.press("Control+k");
		keyboard.type("kingfish");
		ada.button("Search messages for “kingfish”").click();
		assertThat(ada.page().locator("#switcher")).isHidden();
		assertThat(ada.page().locator("#search-hits mark")).hasText("kingfisher");
		keyboard.press("Escape");
		assertThat(ada.page().locator("#search")).isHidden();
	}

	@Test
	void asksAgainWhenItIsOpenedAgain() {
		Person ada = server.person("ada").join().create("Rivers");
		stored(ada, "An otter swims");
		Locator hits = search(ada, "otter");
		assertThat(hits).hasCount(1);
		ada.page().keyboard().press("Escape");
		stored(ada, "Two otters swim, and an otter sleeps");
		Indexed.await(server.bean(JdbcTemplate.class));
		ada.page().locator("#log").focus();
		ada.page().keyboard().press("/");
		assertThat(ada.field("Search for")).hasValue("otter");
		assertThat(hits).hasCount(2);
	}

	@Test
	void saysWhatItCannotFindOrRead() {
		Person ada = server.person("ada").join().create("Silence");
		stored(ada, "nothing to see");
		search(ada, "unheardof");
		assertThat(ada.page().locator("#search-state")).hasText("No message fits.");
		ada.field("Search for").fill("before:yesterday");
		assertThat(ada.page().locator("#search-state")).hasText("The date yesterday is not one like 2026-01-31.");
		ada.field("Search for").fill("in:nowhere");
		assertThat(ada.page().locator("#search-state")).hasText("There is no topic nowhere.");
		ada.field("Search for").fill(" ");
		assertThat(ada.page().locator("#search-state")).isEmpty();
		assertThat(ada.page().locator("#search-hint")).isVisible();
	}

	@Test
	void showsOlderMessagesWhenTheyAreWanted() {
		Person ada = server.person("ada").join().create("Many");
		IntStream.rangeClosed(1, 25).forEach((number) -> ada.write("plenty " + number));
		stored(ada, "plenty too");
		Locator hits = search(ada, "plenty in:many");
		assertThat(hits).hasCount(20);
		assertThat(hits.first()).containsText("plenty too");
		ada.button("Older messages").click();
		assertThat(hits).hasCount(26);
		assertThat(ada.button("Older messages")).isHidden();
		assertThat(ada.page().locator("#search-state")).hasText("These are all 26 messages found.");
		ada.page().getByLabel("Best first").check();
		assertThat(hits).hasCount(20);
		assertThat(ada.button("Older messages")).isHidden();
	}

	@ParameterizedTest
	@MethodSource("chat.hubbub.web.Axe#looks")
	void isAccessible(ColorScheme scheme, int width) {
		Person ada = server.person("ada", width, scheme).join();
		stored(ada, "an axe in the wood");
		assertThat(search(ada, "axe")).not().hasCount(0);
		Axe.verify(ada, "search");
	}

	/** A text that the server has not stored yet is not in the index later, either. */
	private static void stored(Person person, String text) {
		person.write(text);
		assertThat(person.page()
			.locator(".message[data-state=stored]")
			.filter(new Locator.FilterOptions().setHasText(text))
			.last()).isVisible();
	}

	private static Locator search(Person person, String query) {
		Indexed.await(server.bean(JdbcTemplate.class));
		person.page().locator("#log").focus();
		person.page().keyboard().press("/");
		assertThat(person.field("Search for")).isFocused();
		person.field("Search for").fill(query);
		return person.page().locator("#search-hits li");
	}

}
