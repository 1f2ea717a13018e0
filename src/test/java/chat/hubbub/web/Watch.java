package chat.hubbub.web;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** People whose browsers report each violation of the Content-Security-Policy. */
final class Watch implements AutoCloseable {

	private final List<String> violations = new CopyOnWriteArrayList<>();

	private final List<Person> people = new ArrayList<>();

	private final Browser browser;

	private final String address;

	Watch(Browser browser, String address) {
		this.browser = browser;
		this.address = address;
	}

	Person person(String name) {
		Person person = new Person(name, this.address, this.browser);
		this.people.add(person);
		person.page()
			.exposeBinding("reportViolation", (source, arguments) -> this.violations.add(arguments[0].toString()));
		person.page().addInitScript("""
				addEventListener('securitypolicyviolation',
					event => reportViolation(`${event.effectiveDirective} ${event.blockedURI}`));""");
		return person;
	}

	/** Each violation as the directive, a blank and the blocked resource. */
	List<String> violations() {
		return List.copyOf(this.violations);
	}

	/** Nothing ran in anybody's browser, and nothing was even tried. */
	void assertUnharmed() {
		for (Person person : this.people) {
			assertThat(person.page().evaluate("() => window.harmed")).isNull();
			assertThat(person.page().locator("main iframe, #chat script, #chat img[src=x], #chat base, #chat style"))
				.hasCount(0);
			assertThat(person.complaints()).isEmpty();
		}
		assertThat(this.violations).isEmpty();
	}

	@Override
	public void close() {
		this.people.forEach(Person::close);
	}

}
