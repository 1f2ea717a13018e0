package chat.hubbub.web;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** People write: with emoji, and by keyboard alone. */
class WritingPageIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer();

	private final Watch watch = server.watch();

	@Test
	void choosesAnEmojiByKeyboard() {
		Person ada = this.watch.person("ada").join().create("By keyboard");
		ada.composer().pressSequentially("well done ");
		ada.page().keyboard().press("Tab");
		assertThat(ada.button("Emoji")).isFocused();
		ada.page().keyboard().press("Enter");
		Locator search = ada.field("Find an emoji");
		assertThat(search).isFocused();
		assertThat(ada.button("grinning face")).isVisible();
		search.pressSequentially("party");
		assertThat(ada.button("party popper")).isVisible();
		ada.page().keyboard().press("ArrowDown");
		assertThat(ada.button("party popper")).isFocused();
		ada.page().keyboard().press("Enter");
		assertThat(ada.composer()).isFocused();
		assertThat(ada.composer()).hasValue("well done 🎉");
		ada.page().keyboard().press("Enter");
		ada.sees("well done 🎉");
		ada.button("Emoji").click();
		assertThat(ada.page().locator("#emoji-grid button")).hasText(new String[] { "🎉" });
		ada.page().keyboard().press("Escape");
		assertThat(ada.button("Emoji")).isFocused();
		this.watch.assertUnharmed();
	}

	@Test
	void completesAShortCode() {
		Person ada = this.watch.person("ada").join().create("Short codes");
		ada.composer().pressSequentially("yes :thumbs");
		Locator offers = ada.page().locator("#completion [role=option]");
		assertThat(offers.first()).hasText("👍:+1:");
		ada.page().keyboard().press("ArrowDown");
		assertThat(offers.nth(1)).hasAttribute("aria-selected", "true");
		ada.page().keyboard().press("Enter");
		assertThat(ada.composer()).hasValue("yes 👎 ");
		assertThat(offers).hasCount(0);
		ada.page().keyboard().press("Control+z");
		assertThat(ada.composer()).hasValue("yes :thumbs");
		ada.composer().fill("");
		ada.composer().pressSequentially(":tada:");
		assertThat(ada.composer()).hasValue("🎉");
		ada.composer().press("Enter");
		ada.sees("🎉");
		this.watch.assertUnharmed();
	}

	/** What nobody asks for is not loaded. */
	@Test
	void loadsTheEmojiOnlyForThoseWhoUseThem() {
		Person ada = this.watch.person("ada");
		Traffic traffic = new Traffic(ada.page());
		ada.join().create("No emoji").write("at 10:30").sees("at 10:30");
		assertThat(traffic.asked()).noneMatch((address) -> address.contains("emoji.json"));
		ada.composer().pressSequentially(":bal");
		assertThat(ada.page().locator("#completion")).isVisible();
		assertThat(traffic.asked()).filteredOn((address) -> address.contains("emoji.json")).hasSize(1);
	}

}
