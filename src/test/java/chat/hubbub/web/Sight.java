package chat.hubbub.web;

import java.util.List;

import com.microsoft.playwright.Page;

/** Looks at a page in its window. Each method returns the faults that it finds. */
final class Sight {

	/**
	 * Text that may be bold: headings, names, unread things, and an author's own choice.
	 */
	private static final String BOLD = """
			:is(h1, h2, h3, .step legend, strong, .avatar, .sidebar__brand, .me__who, .message__sender, .message__quoted, .members bdi,
				.entry__title, .badge, .pill:not([data-quiet]), [data-new])""";

	/** Targets that a finger uses all the time. */
	private static final String MAIN = """
			:is(.button, .icon-button, .send, .menu__item, .message__act, .me__who, .jump, .topics a, .panels a, button.person,
				.switcher__list li, .completion__offer, .emoji, .field input, .field select)""";

	private static final String HELP = """
			const named = element => element.outerHTML.slice(0, 120);
			const visible = element => element.checkVisibility({ visibilityProperty: true })
				&& element.getBoundingClientRect().width > 1 && getComputedStyle(element).clipPath === 'none';
			const modal = document.querySelector('dialog:modal');
			const all = [...(modal ?? document.body).querySelectorAll('*')].filter(visible);
			""";

	private Sight() {
	}

	/** The parts that do not fit into the window. */
	static List<?> outside(Page page, int width) {
		// Scripts and styles have answered another size of the window a frame later.
		page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
		return (List<?>) page.evaluate(
				"width => {" + HELP
						+ """
									const clipped = element => {
										for (let e = element; e && !e.matches('dialog, [popover], body'); e = e.parentElement) {
											if (e !== element && getComputedStyle(e).overflowX !== 'visible') {
												return true;
											}
										}
										return false;
									};
									const wide = all.filter(element => {
										const { left, right } = element.getBoundingClientRect();
										return (left < -1 || right > width + 1) && !clipped(element);
									});
									const spilt = all.filter(element => element.matches('button, .button') && element.scrollWidth > element.clientWidth + 1
										&& getComputedStyle(element).overflowX === 'visible' && getComputedStyle(element).display !== 'inline');
									const low = [...document.querySelectorAll('dialog[open], :popover-open, #composer, #me, .room__header')].filter(visible)
										.filter(element => {
											const { top, bottom } = element.getBoundingClientRect();
											return !element.closest('[inert]') && (top < -1 || bottom > innerHeight + 1);
										});
									const scrolls = document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
									return [...scrolls, ...wide.map(e => `wide: ${named(e)}`), ...spilt.map(e => `spilt: ${named(e)}`), ...low.map(e => `low: ${named(e)}`)];
								}""",
				width);
	}

	/** Bold text without a reason. */
	static List<?> bold(Page page) {
		return (List<?>) page.evaluate(
				"reasons => {" + HELP
						+ """
									return all.filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
										&& getComputedStyle(element).fontWeight >= 600 && !element.closest(reasons)).map(named);
								}""",
				BOLD);
	}

	/**
	 * Targets that are too small (WCAG 2.2, 2.5.8). A finger needs 44 pixels for a main
	 * one.
	 */
	static List<?> small(Page page, boolean touch) {
		return (List<?>) page.evaluate(
				"([main, touch]) => {" + HELP
						+ """
									return all.filter(element => element.matches('button, a, input, select, textarea, [role=option], label:has(input)'))
										.filter(element => !element.matches('label input') && !element.closest('p, .message__text'))
										.map(element => [element, touch && element.matches(main) ? 44 : 24, element.getBoundingClientRect()])
										.filter(([, least, { width, height }]) => width < least - 0.5 || height < least - 0.5)
										.map(([element, least, { width, height }]) => `${width}x${height} in place of ${least}: ${named(element)}`);
								}""",
				List.of(MAIN, touch));
	}

}
