package chat.hubbub.web;

import java.util.List;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.provider.Arguments;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks a page for barriers. */
final class Axe {

	private Axe() {
	}

	/** Finds nothing to complain of, and nothing that is wider than the window. */
	static void verify(Person person, String state) {
		assertThat(complaints(person.page())).as(state).isEqualTo(List.of());
		assertThat(person.page().evaluate("() => document.documentElement.scrollWidth - innerWidth")).as(state)
			.isEqualTo(0);
	}

	/** Each theme and each width once; {@link Look#all} has all pairs for all views. */
	static Stream<Arguments> looks() {
		return Stream.of(Arguments.of(ColorScheme.LIGHT, Person.NARROW), Arguments.of(ColorScheme.DARK, Person.WIDE));
	}

	static List<?> complaints(Page page) {
		return run(page, false, List.of());
	}

	/**
	 * Checks only an open dialog, if there is one: the page behind it was checked without
	 * it.
	 * @param rules only these, all if there are none
	 */
	static List<?> complaintsInFront(Page page, String... rules) {
		return run(page, true, List.of(rules));
	}

	/**
	 * By itself {@link AxeBuilder} loads Axe anew for each look, and once more into an
	 * empty page.
	 */
	private static List<?> run(Page page, boolean inFront, List<String> rules) {
		if (page.evaluate("() => typeof axe").equals("undefined")) {
			page.evaluate("() => {" + AxeBuilder.getAxeScript() + "}");
		}
		return (List<?>) page.evaluate("""
				async ([inFront, rules]) => {
					const context = inFront && document.querySelector('dialog:modal') || document;
					const options = { resultTypes: ['violations'], ...rules.length ? { runOnly: rules } : {} };
					return (await axe.run(context, options)).violations.map(({ id, help, nodes }) =>
						`${id}: ${help} at ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`)}`);
				}""", List.of(inFront, rules));
	}

}
