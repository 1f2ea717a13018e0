package chat.hubbub.web;

import java.util.ArrayList;
import java.util.List;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.Role;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tab reaches each control of a pane, Escape closes it, and the focus is then where it
 * was.
 */
class KeyboardPageIntegrationTests {

	private static final int MOST_PRESSES = 80;

	/** Of a group of radio buttons Tab reaches one, and the arrow keys the others. */
	private static final String COLLECT = """
			pane => {
				const all = [...document.querySelector(pane).querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')];
				const reachable = all.filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.disabled && each.tabIndex >= 0);
				const groups = new Map(reachable.filter(({ type }) => type === 'radio').map(each => [each.name, each]));
				reachable.filter(({ checked, type }) => checked && type === 'radio').forEach(each => groups.set(each.name, each));
				window.unreached = new Set(reachable.filter(each => each.type !== 'radio' || groups.get(each.name) === each));
			}""";

	private static final String REACH = """
			() => {
				window.unreached.delete(document.activeElement);
				return [...window.unreached].map(each => each.id || each.getAttribute('aria-label') || each.textContent.trim());
			}""";

	@RegisterExtension
	static final PageServer server = new PageServer("--hubbub.limits.enabled=false");

	@Test
	void goesThroughTheMenuAndTheAccount() {
		Person ada = account("ada-k", Person.WIDE, Role.MEMBER);
		server.person("eve-k").signUp("correct horse");
		other(ada, "eve-k").press("Enter");
		ada.button("Block…").press("Enter");
		ada.button("Block").press("Enter");
		assertThat(ada.page().locator("#confirm-dialog")).isHidden();
		Locator me = ada.page().locator("#me");
		me.press("Enter");
		walk(ada, "#me-menu");
		ada.page().keyboard().press("Escape");
		assertThat(ada.page().locator("#me-menu")).isHidden();
		assertThat(me).isFocused();
		me.press("Enter");
		ada.page().locator("#account").press("Enter");
		ada.field("Purpose").fill("weather");
		ada.button("Make a token").press("Enter");
		assertThat(ada.page().locator("#own-tokens .entry button")).isVisible();
		assertThat(ada.page().locator("#own-blocks .entry button")).isVisible();
		walk(ada, "#account-dialog");
		ada.page().locator("#own-blocks .entry button").press("Enter");
		walk(ada, "#confirm-dialog");
		ada.page().keyboard().press("Escape");
		assertThat(ada.page().locator("#own-blocks .entry button")).isFocused();
		ada.page().keyboard().press("Escape");
		assertThat(ada.page().locator("#account-dialog")).isHidden();
		assertThat(me).isFocused();
		me.press("Enter");
		ada.page().locator("#account").press("Enter");
		ada.page().locator("#account-delete").press("Enter");
		walk(ada, "#deletion-dialog");
		ada.page().keyboard().press("Escape");
		assertThat(ada.page().locator("#deletion-dialog")).isHidden();
		assertThat(me).isFocused();
	}

	@Test
	void goesThroughTheDrawer() {
		Person ada = account("ada-d", Person.NARROW, Role.ADMIN);
		Locator opener = ada.button("Open the list of topics");
		opener.press("Enter");
		walk(ada, "#sidebar");
		ada.button("Order of the topics").press("Enter");
		walk(ada, "#order-menu");
		ada.page().keyboard().press("Escape");
		assertThat(ada.page().locator("#order-menu")).isHidden();
		assertThat(ada.button("Order of the topics")).isFocused();
		ada.page().keyboard().press("Escape");
		assertThat(opener).isFocused();
		assertThat(opener).hasAttribute("aria-expanded", "false");
		opener.press("Enter");
		ada.button("New topic").press("Enter");
		walk(ada, "#topic-dialog");
		ada.page().keyboard().press("Escape");
		assertThat(ada.page().locator("#topic-dialog")).isHidden();
		assertThat(opener).isFocused();
	}

	@ParameterizedTest
	@ValueSource(ints = { Person.WIDE, Person.NARROW })
	void goesThroughThePeople(int width) {
		server.person("eve-p" + width).signUp("correct horse");
		Person ada = account("ada-p" + width, width, Role.ADMIN);
		Locator toggle = ada.page().locator("#people-toggle");
		if (width == Person.NARROW) {
			toggle.press("Enter");
		}
		Locator eve = other(ada, "eve-p" + width);
		assertThat(eve).isVisible();
		walk(ada, "#people");
		eve.press("Enter");
		assertThat(ada.page().locator("#person-menu")).isVisible();
		// Somebody else comes, and the list is drawn anew.
		server.person("fay-p" + width).signUp("correct horse");
		assertThat(other(ada, "fay-p" + width)).isVisible();
		ada.page().keyboard().press("ArrowDown");
		assertThat(ada.button("Block…")).isFocused();
		ada.page().keyboard().press("Escape");
		assertThat(eve).isFocused();
		ada.button("Close the list of people").press("Enter");
		assertThat(toggle).isFocused();
	}

	@Test
	void goesThroughTheAdministration() {
		Person olga = account("olga-k", Person.WIDE, Role.ADMIN);
		olga.open("admin");
		for (String panel : List.of("users", "tokens", "invites", "bans", "reports", "audit")) {
			open(olga, panel);
			walk(olga, "body");
		}
		open(olga, "users");
		Locator entry = olga.page().locator("#users .entry button").last();
		entry.press("Enter");
		assertThat(olga.page().locator("#confirm-dialog")).isVisible();
		walk(olga, "#confirm-dialog");
		olga.page().keyboard().press("Escape");
		assertThat(olga.page().locator("#confirm-dialog")).isHidden();
		assertThat(entry).isFocused();
	}

	/** Opens a panel of the administration, and waits for its list. */
	private static void open(Person admin, String panel) {
		Page page = admin.page();
		page.locator("#panels a[href='#" + panel + "']").press("Enter");
		assertThat(page.locator("#" + panel + "-heading")).isFocused();
		assertThat(page.locator("[data-panel=" + panel + "] .listing__state").first()).not().hasText("Loading…");
	}

	private static Person account(String name, int width, Role role) {
		People.signUp(server.bean(Accounts.class), name, role);
		Person person = server.person(name, width, ColorScheme.LIGHT).open("");
		person.signIn(name, People.passwordOf(name));
		return person.connected();
	}

	/** Those of earlier tests may still be there. */
	private static Locator other(Person person, String name) {
		return person.page().locator("#people-list button").filter(new Locator.FilterOptions().setHasText(name));
	}

	/** Presses Tab until it has reached each control of a pane. */
	private static void walk(Person person, String pane) {
		Page page = person.page();
		assertThat(page.locator(pane)).isVisible();
		page.evaluate(COLLECT, pane);
		List<?> unreached = new ArrayList<>((List<?>) page.evaluate(REACH));
		for (int presses = 0; presses < MOST_PRESSES && !unreached.isEmpty(); presses++) {
			page.keyboard().press("Tab");
			unreached = (List<?>) page.evaluate(REACH);
		}
		assertThat(unreached).as("controls of %s that Tab does not reach", pane).isEmpty();
	}

}
