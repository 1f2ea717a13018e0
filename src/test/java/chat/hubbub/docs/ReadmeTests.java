package chat.hubbub.docs;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The statements of README.md about the code. */
class ReadmeTests {

	private static final Markdown README = new Markdown("README.md");

	@Test
	void theTableOfSettingsHoldsEachWithItsDefault() {
		List<String> rows = settings().flatMap(ReadmeTests::rows).toList();
		assertThat(rows).contains("| `hubbub.topics` | none |", "| `hubbub.stomp.port` | `61613` |");
		assertThat(rows).allSatisfy((row) -> assertThat(README.text()).contains("\n" + row));
	}

	private static Stream<Class<?>> settings() {
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		return scanner.findCandidateComponents("chat.hubbub")
			.stream()
			.map((settings) -> ClassUtils.resolveClassName(String.valueOf(settings.getBeanClassName()), null));
	}

	private static Stream<String> rows(Class<?> settings) {
		String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
		// A record's parameters have the names and the annotations of its components.
		return Arrays.stream(settings.getDeclaredConstructors()[0].getParameters())
			.map((setting) -> "| `" + prefix + "." + kebab(setting.getName()) + "` | " + defaultOf(setting) + " |");
	}

	private static String kebab(String name) {
		return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

	private static String defaultOf(Parameter setting) {
		return Optional.ofNullable(setting.getAnnotation(DefaultValue.class))
			.map(DefaultValue::value)
			.filter((values) -> values.length == 1)
			.map((values) -> "`" + values[0] + "`")
			.orElse("none");
	}

}
