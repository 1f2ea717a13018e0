package chat.hubbub.web;

import java.util.List;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** People write with markup, code and emoji, also by keyboard alone. */
class WritingPageIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer();

	/** The messages are neither deep nor large. */
	private static final String DEEPEST = """
			() => {
				const rows = document.querySelector('#log-rows');
				const depth = node => 1 + Math.max(0, ...[...node.children].map(depth));
				return depth(rows) < 40 && rows.querySelectorAll('*').length < 5000;
			}""";

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
		// As if pasted: all at once, so only the sending can replace it.
		ada.composer().fill("🎉 and :balloon: but not `:balloon:`");
		ada.composer().press("Enter");
		ada.sees("🎉 and 🎈 but not :balloon:");
		this.watch.assertUnharmed();
	}

	@Test
	void drawsMarkupAsElements() {
		Person ada = this.watch.person("ada").join().create("Markup");
		ada.write("""
				**bold** _it_ ~~gone~~ `code` [words](https://a.example/b)

				> quoted
				answer

				- one
				- two""");
		Locator text = ada.page().locator(".message[data-state=stored] .message__text");
		assertThat(text.locator("strong")).hasText("bold");
		assertThat(text.locator("em")).hasText("it");
		assertThat(text.locator("s")).hasText("gone");
		assertThat(text.locator("p > code")).hasText("code");
		assertThat(text.locator("a")).hasAttribute("href", "https://a.example/b");
		assertThat(text.locator("a")).hasAttribute("rel", "noopener noreferrer nofollow");
		assertThat(text.locator("blockquote")).hasText("quoted");
		assertThat(text.locator("ul > li")).hasText(new String[] { "one", "two" });
		this.watch.assertUnharmed();
	}

	@Test
	void coloursCodeOnceThereIsSome() {
		Person ada = this.watch.person("ada");
		Traffic traffic = new Traffic(ada.page());
		ada.join().create("Code").write("```\nno language\n```").sees("no language");
		assertThat(traffic.asked())
			.noneMatch((address) -> address.matches(".*/(webjars/highlightjs|bundle)/highlight\\..+"));
		ada.write("```java\nclass A {\n\tint b;\n}\n```");
		Locator code = ada.page().locator(".message[data-state=stored] code[data-language=java]");
		assertThat(code.locator(".hl-keyword")).hasText("class");
		assertThat(code.evaluate("code => code.textContent")).isEqualTo("class A {\n\tint b;\n}");
		assertThat(code.evaluate("code => getComputedStyle(code).whiteSpace")).isEqualTo("pre");
		ada.write("``` nonsense\nstays\n```");
		assertThat(ada.page().locator("code[data-language=nonsense]")).hasText("stays");
		assertThat(traffic.asked())
			.filteredOn((address) -> address.matches(".*/(webjars/highlightjs|bundle)/highlight\\..+"))
			.hasSize(1);
		this.watch.assertUnharmed();
	}

	@Test
	void formatsByKeys() {
		Person ada = this.watch.person("ada").join().create("Keys");
		ada.composer().fill("word");
		ada.composer().press("Control+a");
		ada.composer().press("Control+b");
		assertThat(ada.composer()).hasValue("**word**");
		ada.composer().press("Control+a");
		ada.composer().press("Control+b");
		assertThat(ada.composer()).hasValue("word");
		ada.composer().press("Control+i");
		ada.composer().press("Control+e");
		assertThat(ada.composer()).hasValue("_`word`_");
		ada.composer().press("Control+z");
		assertThat(ada.composer()).hasValue("_word_");
		this.watch.assertUnharmed();
	}

	@Test
	void offersACodeBlockForManyLines() {
		Person ada = this.watch.person("ada").join().create("Paste");
		String lines = "\tint i;\n".repeat(30);
		Locator offer = ada.page().locator("#paste-offer");
		paste(ada, "two\nlines");
		assertThat(offer).isHidden();
		ada.composer().fill("see ");
		paste(ada, lines);
		assertThat(offer).containsText("You pasted 30 lines.");
		assertThat(ada.composer()).hasValue("see " + lines);
		Axe.verify(ada, "paste");
		ada.composer().press("Shift+Tab");
		ada.page().keyboard().press("Shift+Tab");
		assertThat(ada.button("Make it a code block")).isFocused();
		ada.page().keyboard().press("Enter");
		assertThat(ada.composer()).hasValue("see \n```\n" + lines + "```\n");
		assertThat(ada.composer()).isFocused();
		assertThat(offer).isHidden();
		ada.composer().press("Enter");
		assertThat(ada.messages().first().locator("pre")).containsText("int i;");
		this.watch.assertUnharmed();
	}

	private static void paste(Person person, String text) {
		person.composer().evaluate("""
				(box, text) => {
					const clipboard = new DataTransfer();
					clipboard.setData('text/plain', text);
					box.focus();
					box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true }));
					document.execCommand('insertText', false, text);
				}""", text);
	}

	/** A text has the same lines, tabs and spaces as it was written with. */
	@Test
	void keepsLinesAndIndentation() {
		String written = "first\n  second\n\n\n\tthird   end";
		Person ada = this.watch.person("ada").join().create("Plain").write(written);
		ada.sees("first second third end");
		assertThat(ada.messages().first().evaluate("text => text.textContent")).isEqualTo(written);
		assertThat(ada.messages().first().evaluate("text => getComputedStyle(text).whiteSpace")).isEqualTo("pre-wrap");
		assertThat(ada.messages().first().locator("*")).hasCount(0);
	}

	@Test
	void showsBombsAndTrapsSafely() {
		Person ada = this.watch.person("ada").join().create("Bombs");
		List<String> bombs = List.of(">".repeat(10_000), "*".repeat(20_000), "- ".repeat(10_000), "[".repeat(20_000),
				"**a".repeat(3000) + "b**".repeat(3000), "```js\n" + "\"a\",".repeat(4900) + "\n```");
		bombs.forEach(ada::write);
		assertThat(ada.page().locator(".message[data-state=stored]")).hasCount(bombs.size());
		ada.write("[a](javascript:window.harmed=1) [b](data:text/html,<script>1</script>) [c](/admin)");
		ada.write("turned \u202Edaeh eht no");
		assertThat(ada.page().locator(".message[data-state=stored]")).hasCount(bombs.size() + 2);
		assertThat(ada.page().locator("#log-rows a")).hasCount(0);
		assertThat(ada.page().evaluate(DEEPEST)).isEqualTo(true);
		assertThat(ada.messages().last().evaluate("text => getComputedStyle(text).unicodeBidi")).isEqualTo("plaintext");
		assertThat(
				ada.page().locator(".message__sender").first().evaluate("name => getComputedStyle(name).unicodeBidi"))
			.isEqualTo("isolate");
		this.watch.assertUnharmed();
	}

	@Test
	void findsADraftOnAnotherDeviceAndLosesItWhenSent() {
		Person desk = this.watch.person("lovelace").signUp("correct horse").create("Two devices");
		Person phone = this.watch.person("lovelace").open("");
		phone.signIn("lovelace", "correct horse");
		phone.connected().go("Two devices");
		desk.composer().fill("half a sentence");
		assertThat(phone.composer()).hasValue("half a sentence");
		phone.page().reload();
		phone.connected();
		assertThat(phone.composer()).hasValue("half a sentence");
		phone.composer().press("Enter");
		phone.sees("half a sentence");
		assertThat(desk.composer()).hasValue("");
		desk.page().reload();
		desk.connected().sees("half a sentence");
		assertThat(desk.composer()).hasValue("");
		this.watch.assertUnharmed();
	}

	@Test
	void keepsTheDraftOfAGuestInTheTab() {
		Person ada = this.watch.person("ada").join().create("Guests");
		Traffic traffic = new Traffic(ada.page());
		ada.composer().fill("half a sentence");
		ada.page().reload();
		ada.connected();
		assertThat(ada.composer()).hasValue("half a sentence");
		assertThat(traffic.asked()).noneMatch((address) -> address.contains("/api/drafts"));
	}

	/** Unused parts are not loaded. */
	@Test
	void loadsTheEmojiOnlyForThoseWhoUseThem() {
		Person ada = this.watch.person("ada");
		Traffic traffic = new Traffic(ada.page());
		ada.join().create("No emoji").write("at 10:30").sees("at 10:30");
		assertThat(traffic.asked()).noneMatch((address) -> address.matches(".*/emoji\\b.*\\.json"));
		ada.composer().pressSequentially(":bal");
		assertThat(ada.page().locator("#completion")).isVisible();
		assertThat(traffic.asked()).filteredOn((address) -> address.matches(".*/emoji\\b.*\\.json")).hasSize(1);
	}

}
