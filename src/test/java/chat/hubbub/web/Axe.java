package chat.hubbub.web;

import java.util.List;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.provider.Arguments;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks at a page for what keeps people out. */
final class Axe {

	private Axe() {
	}

	/** Finds nothing to complain of, and nothing that is wider than the window. */
	static void verify(Person person, String state) {
		List<String> found = new AxeBuilder(person.page()).analyze()
			.getViolations()
			.stream()
			.map(Axe::describe)
			.toList();
		assertThat(found).as(state).isEmpty();
		assertThat(person.page().evaluate("() => document.documentElement.scrollWidth - innerWidth")).as(state)
			.isEqualTo(0);
	}

	/** Both themes, on a phone and on a desk. */
	static Stream<Arguments> looks() {
		return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
			.flatMap((scheme) -> Stream.of(Person.NARROW, Person.WIDE).map((width) -> Arguments.of(scheme, width)));
	}

	private static String describe(Rule rule) {
		return rule.getId() + ": " + rule.getHelp() + " at "
				+ rule.getNodes().stream().map((node) -> node.getHtml() + node.getAny()).toList();
	}

}
