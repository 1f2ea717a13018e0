package chat.hubbub.web;

import java.util.Date;
import java.util.Map;

import chat.hubbub.account.People;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.FakeClock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Where the views are opened: Ada, an admin, among the {@link Cast}, and a stranger at
 * the entrance.
 */
final class Stage {

	private final FakeClock clock;

	private final PageServer server;

	private final Look look;

	private final Api.Answer firstStart;

	private final Person ada;

	private Person shown;

	/** See {@link Cast#stage}. */
	Stage(PageServer server, FakeClock clock, Look look, Api.Answer firstStart) {
		this.server = server;
		this.clock = clock;
		this.look = look;
		this.firstStart = firstStart;
		this.ada = person("ada").open("");
		this.shown = this.ada;
		this.ada.signIn("ada", People.passwordOf("ada"));
		this.ada.connected();
	}

	Look look() {
		return this.look;
	}

	/** The person whose page shows the last view. */
	Person shown() {
		return this.shown;
	}

	/** Somebody at the entrance. */
	Person stranger() {
		this.shown = person("stranger").open("");
		assertThat(this.shown.field("Your name")).isVisible();
		return this.shown;
	}

	/**
	 * Somebody with the link from the log of a new server. The page is as it was before
	 * there was an admin.
	 */
	Person firstAdmin() {
		this.shown = person("olga");
		page().route("**/start",
				(route) -> route.fulfill(new Route.FulfillOptions().setContentType(this.firstStart.type())
					.setHeaders(Map.of("Content-Security-Policy", this.firstStart.header("Content-Security-Policy")))
					.setBody(this.firstStart.body())));
		new Canned(page()).answer("POST /api/invitation", 204, "");
		this.shown.open("start#secret");
		assertThat(page().locator("#start-step")).hasText("Step 1 of 3");
		return this.shown;
	}

	/** Ada in the topic with everything. */
	Person chat() {
		topic("release", "Release 2.0");
		assertThat(this.ada.page().locator(".reaction")).hasCount(3);
		assertThat(this.ada.page().locator(".hl-comment")).isVisible();
		assertThat(this.ada.page().locator("#people-badge")).hasText("4");
		return this.ada;
	}

	/** Ada where nothing draws the eye from a dialog. */
	Person quiet() {
		return topic("films", "Films");
	}

	/** Ada in a topic, with nothing open. */
	Person topic(String name, String title) {
		atRest("#/" + name);
		assertThat(this.ada.heading()).hasText(title);
		assertThat(this.ada.page().locator("#log[aria-busy=true]")).hasCount(0);
		return this.ada;
	}

	/** Ada in the chat with the side bar in sight. */
	Person sidebar() {
		quiet();
		if (this.look.isNarrow()) {
			this.ada.button("Open the list of topics").click();
			assertThat(this.ada.page().locator("#sidebar")).isInViewport();
		}
		return this.ada;
	}

	/** Ada with the list of people in sight. */
	Person people() {
		chat();
		if (this.look.isNarrow()) {
			this.ada.page().locator("#people-toggle").click();
		}
		return this.ada;
	}

	/** A button of a message, which a pointer or a tap brings up. */
	Locator act(String text, String name) {
		Locator message = this.ada.page()
			.locator(".message")
			.filter(new Locator.FilterOptions().setHasText(text))
			.last();
		if (this.look.touch()) {
			message.locator(".message__text").tap();
		}
		else {
			message.hover();
		}
		return message.locator(".message__" + name);
	}

	/** A part of the page for admins. */
	Person admin(String panel) {
		if (!this.ada.page().url().contains("/admin")) {
			this.ada.open("admin#" + panel);
		}
		atRest("#" + panel);
		assertThat(this.ada.page().locator("section:visible .entry").first()).isVisible();
		return this.ada;
	}

	/** Closes what is open, and goes somewhere. */
	Person atRest(String hash) {
		this.shown = this.ada;
		if (hash.startsWith("#/") && this.ada.page().url().contains("/admin")) {
			this.ada.open("").connected();
		}
		this.ada.page()
			.evaluate(
					"""
							hash => {
								document.querySelectorAll('dialog[open]').forEach(dialog => dialog.close());
								document.querySelectorAll(':popover-open').forEach(popover => popover.hidePopover());
								const closing = ['#composer-task-cancel', '#drawer-close', ...innerWidth < 1200 ? ['#people-close'] : []];
								closing.map(id => document.querySelector(id)).forEach(button => button?.checkVisibility() && button.click());
								document.querySelectorAll('.message[data-open]').forEach(message => message.removeAttribute('data-open'));
								document.activeElement?.blur();
								location.hash = hash;
							}""",
					hash);
		this.ada.page().mouse().move(0, 0);
		return this.ada;
	}

	private Person person(String name) {
		Person person = this.server.person(name, this.look.options());
		person.page().clock().setFixedTime(Date.from(this.clock.instant()));
		return person;
	}

	Page page() {
		return this.shown.page();
	}

}
