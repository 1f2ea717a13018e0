package chat.hubbub.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import chat.hubbub.account.invite.Invites;
import chat.hubbub.fixture.HubbubServer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The page in Chinese: no English words are left over, and no button breaks its line. */
@ExtendWith(Chromium.class)
class ChinesePageIntegrationTests {

	private static final String PASSWORD = "correct horse";

	/**
	 * The words in Latin letters that people see or a screen reader says. Chinese keeps
	 * Webhook and UTC.
	 */
	private static final String ENGLISH = """
			() => {
				const own = /Hubbub|Webhook|Language|English|Ctrl|Enter|Esc|Tab|Shift|Alt|UTC|https?:\\S+|[a-z0-9]+-[a-z0-9-]+|:[\\w+-]+:/g;
				const visible = element => element.checkVisibility({ visibilityProperty: true });
				const said = [];
				for (const element of document.querySelectorAll('body *')) {
					if (visible(element) && !element.closest('kbd, [lang=en]')) {
						said.push(...[...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data),
							...['aria-label', 'title', 'placeholder'].map(name => element.getAttribute(name) ?? ''));
					}
				}
				said.push(document.title);
				return [...new Set(said)].filter(text => /[A-Za-z]{2,}/.test(text.replaceAll(own, '')));
			}""";

	private static final String BROKEN = """
			() => [...document.querySelectorAll('button, .button, summary, label')]
				.filter(element => element.checkVisibility({ visibilityProperty: true }) && element.textContent.trim().length < 12)
				.filter(element => {
					const range = document.createRange();
					range.selectNodeContents(element);
					const lines = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top, bottom }) => (top + bottom) / 2);
					return lines.length > 0 && Math.max(...lines) - Math.min(...lines) > 12;
				})
				.map(element => element.textContent.trim())""";

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	private final Browser browser;

	private final List<Person> people = new ArrayList<>();

	private int shots;

	ChinesePageIntegrationTests(Browser browser) {
		this.browser = browser;
	}

	@AfterEach
	void everybodyLeaves() {
		this.people.forEach(Person::close);
	}

	@ParameterizedTest
	@ValueSource(ints = { Person.WIDE, Person.NARROW })
	void saysNothingInEnglishToAGuest(int width) {
		Person lin = person("林" + width, width).open("");
		Page page = lin.page();
		assertThat(page.locator("html")).hasAttribute("lang", "zh-Hans");
		assertThat(page.locator("#sign-in h1")).hasText("欢迎使用 Hubbub");
		chinese(lin);
		page.locator("#sign-in-others button").first().click();
		page.locator("#sign-in-submit").click();
		assertThat(page.locator("#sign-in-error")).hasText("请输入密码。");
		chinese(lin);
		page.locator("#sign-in-others button").last().click();
		chinese(lin);
		page.locator("#sign-in-others button").first().click();
		enter(lin, "林" + width);
		chinese(lin);
		lin.write("大家好");
		assertThat(lin.messages()).containsText(new String[] { "大家好" });
		lin.composer().fill("改一下");
		lin.composer().fill("");
		lin.composer().press("ArrowUp");
		chinese(lin);
		lin.composer().press("Escape");
		open(lin, "#jump", "#switcher", true);
		menu(lin, "#show-keys", "#keys-dialog");
		menu(lin, "#change-name", "#name-dialog");
		open(lin, "#new-topic", "#topic-dialog", true);
		if (!page.locator("#people").isVisible()) {
			open(lin, "#people-toggle", "#people", false);
			page.locator("#people-close").click();
		}
		open(lin, "#composer-emoji", "#emoji-picker", false);
		page.keyboard().press("Escape");
		lin.open("#/no-1");
		assertThat(page.locator("#absent")).isVisible();
		chinese(lin);
		lin.open("");
		lin.offline(true);
		assertThat(lin.linkState()).not().hasText("已连接");
		chinese(lin);
		lin.offline(false);
	}

	@Test
	void saysNothingInEnglishToAnAdmin() {
		Person ming = person("明明", Person.WIDE);
		Optional<String> token = server.bean(Invites.class).inviteFirstAdmin();
		ming.open("start#" + token.orElseThrow());
		for (int step = 1; step < 3; step++) {
			assertThat(ming.page().locator("#start-step")).hasText("第 " + step + " 步，共 3 步");
			chinese(ming);
			ming.page().locator("#start-next").click();
		}
		ming.page().locator("#start-next").click();
		assertThat(ming.page().locator("#start-error")).hasText("请输入你的名称。");
		chinese(ming);
		ming.open("join#" + token.orElseThrow());
		ming.page().locator("#sign-in-name").fill("明明");
		ming.page().locator("#sign-in-password").fill(PASSWORD);
		ming.page().locator("#sign-in-submit").click();
		connected(ming);
		menu(ming, "#account", "#account-dialog");
		topicOf(ming);
		admin(ming);
		lobby(ming.open(""));
	}

	/** By one reload, and for everything that comes later. */
	@Test
	void isChosenInTheMenuAndAtTheEntrance() {
		Person ada = new Person("ada", address(), this.browser);
		this.people.add(ada);
		ada.open("");
		assertThat(ada.page().locator("html")).hasAttribute("lang", "en");
		assertThat(ada.page().locator("#sign-in:not([inert])")).isVisible();
		ada.page().locator("#entrance-language input[value=zh]").click();
		assertThat(ada.page().locator("#sign-in h1")).hasText("欢迎使用 Hubbub");
		enter(ada, "ada");
		ada.page().locator("#me").click();
		assertThat(ada.page().locator("#language input[value=zh]")).isChecked();
		ada.page().locator("#language input[value=en]").click();
		ada.connected();
		assertThat(ada.page().locator("html")).hasAttribute("lang", "en");
		assertThat(ada.complaints()).isEmpty();
	}

	/**
	 * On a device that asks for another language, from the first page after the sign-in.
	 */
	@Test
	void followsTheAccountToOtherDevices() {
		Person rosa = new Person("rosa", address(), this.browser);
		this.people.add(rosa);
		rosa.signUp(PASSWORD).page().locator("#me").click();
		rosa.page().locator("#language input[value=zh]").click();
		connected(rosa);
		Person phone = new Person("rosa", address(), this.browser);
		this.people.add(phone);
		phone.open("").signIn("rosa", PASSWORD);
		connected(phone);
		assertThat(phone.page().locator("html")).hasAttribute("lang", "zh-Hans");
		assertThat(phone.page().request().get(address() + "api/topics/no-such-topic").text()).contains("没有");
		phone.page().locator("#me").click();
		phone.page().locator("#language input[value=en]").click();
		phone.connected();
		rosa.page().reload();
		rosa.connected();
		assertThat(rosa.page().locator("html")).hasAttribute("lang", "en");
		assertThat(rosa.complaints()).isEmpty();
	}

	private void topicOf(Person ming) {
		Page page = ming.page();
		page.locator("#new-topic").click();
		page.locator("#topic-dialog-name-title").fill("茶");
		page.locator("#topic-dialog-name").fill("tea-1");
		page.locator("#topic-dialog-access").selectOption("private");
		chinese(ming);
		page.locator("#topic-dialog [type=submit]").click();
		assertThat(ming.heading()).hasText("茶");
		chinese(ming);
		page.locator("#topic-settings").click();
		page.locator("#members-name").fill("没有人");
		page.locator("#members-form [type=submit]").click();
		assertThat(page.locator("#members-error")).hasText("没有使用这个名称的账号。");
		chinese(ming);
		page.keyboard().press("Escape");
		page.locator("#leave-topic").click();
		chinese(ming);
		page.keyboard().press("Escape");
	}

	/** A change of one setting does not write the reader's words for the others. */
	private void lobby(Person ming) {
		connected(ming);
		Page page = ming.page();
		page.locator("#topics a").first().click();
		assertThat(ming.heading()).hasText("大厅");
		page.locator("#topic-settings").click();
		page.locator("#settings-dialog-description").fill("喝茶");
		page.locator("#settings-dialog [type=submit]").first().click();
		assertThat(page.locator("#topic-description")).hasText("喝茶");
		assertThat(page.request().get(address() + "api/topics/lobby").text()).contains("\"title\":\"Lobby\"", "喝茶");
	}

	private void admin(Person ming) {
		Page page = ming.page();
		page.navigate(address() + "admin");
		for (String panel : List.of("users", "tokens", "invites", "bans", "audit")) {
			page.locator("#panels a[href='#" + panel + "']").click();
			assertThat(page.locator("[data-panel=" + panel + "]")).isVisible();
			assertThat(page.locator("[data-panel=" + panel + "] .listing__state").first()).not().hasText("加载中…");
			chinese(ming);
		}
		page.locator("#panels a[href='#server']").click();
		assertThat(page.locator("#server-form")).isVisible();
		chinese(ming);
		page.locator("#panels a[href='#bans']").click();
		page.locator("#ban-name").fill("王五");
		page.locator("#ban-form [type=submit]").click();
		assertThat(page.locator("#announcement")).containsText("王五");
		chinese(ming);
	}

	private Person person(String name, int width) {
		Person person = new Person(name, address(), this.browser,
				new Browser.NewContextOptions().setViewportSize(width, 800).setLocale("zh-CN"));
		this.people.add(person);
		return person;
	}

	private static String address() {
		return "http://localhost:" + server.port() + "/";
	}

	private static void enter(Person person, String name) {
		assertThat(person.page().locator("#sign-in:not([inert])")).isVisible();
		person.page().locator("#sign-in-name").fill(name);
		person.page().locator("#sign-in-submit").click();
		connected(person);
	}

	private static void connected(Person person) {
		assertThat(person.linkState()).hasText("已连接");
	}

	private void menu(Person person, String item, String opened) {
		drawer(person);
		person.page().locator("#me").click();
		chinese(person);
		person.page().locator(item).click();
		shown(person, opened);
		person.page().keyboard().press("Escape");
	}

	private void open(Person person, String button, String opened, boolean inDrawer) {
		if (inDrawer) {
			drawer(person);
		}
		person.page().locator(button).click();
		shown(person, opened);
		if (inDrawer) {
			person.page().keyboard().press("Escape");
		}
	}

	private void shown(Person person, String opened) {
		assertThat(person.page().locator(opened)).isVisible();
		chinese(person);
	}

	private static void drawer(Person person) {
		Locator drawer = person.page().locator("#drawer-open");
		if (drawer.isVisible()) {
			drawer.click();
		}
	}

	private void chinese(Person person) {
		Page page = person.page();
		assertThat((List<?>) page.evaluate(ENGLISH)).as("left in English").isEmpty();
		assertThat((List<?>) page.evaluate(BROKEN)).as("buttons whose words break").isEmpty();
		String folder = System.getenv("HUBBUB_SHOTS");
		if (folder != null) {
			page.screenshot(new Page.ScreenshotOptions().setPath(
					Path.of(folder, page.viewportSize().width + "-" + String.format("%02d", this.shots++) + ".png")));
		}
	}

}
