package chat.hubbub.docs;

import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The API for extensions is the table in docs/extending.md, and nothing less. */
class ExtensionApiIntegrationTests {

	private static final Pattern ROW = Pattern.compile("^\\| `(chat\\.[\\w.]+)` \\| (.+) \\|$", Pattern.MULTILINE);

	private final JavaClasses server = new ClassFileImporter().importPath(Path.of("target", "classes", "chat"));

	@Test
	void isInAJarOfItsOwn() throws Exception {
		try (JarFile jar = new JarFile(Path.of("target", "hubbub-api.jar").toFile())) {
			Stream<String> classes = jar.stream()
				.map((entry) -> entry.getName())
				.filter((name) -> name.endsWith(".class") && !name.contains("$"));
			assertThat(classes.map((name) -> name.replace('/', '.').replace(".class", "")))
				.containsExactlyInAnyOrderElementsOf(table());
		}
	}

	@Test
	void isPublicAndNamesOnlyItself() {
		Set<String> api = table();
		for (String name : api) {
			JavaClass type = this.server.get(name);
			assertThat(type.getModifiers()).as(name).contains(JavaModifier.PUBLIC);
			assertThat(named(type)).as("types that %s names", name)
				.allMatch((other) -> !other.startsWith("chat.hubbub.") || api.contains(other.replaceAll("\\$.*", "")));
		}
	}

	private static Set<String> table() {
		return ROW.matcher(new Markdown("docs/extending.md").text())
			.results()
			.flatMap((row) -> Stream.of(row.group(2).split(", "))
				.map((type) -> row.group(1) + "." + type.replace("`", "")))
			.collect(Collectors.toSet());
	}

	/** The types in the signatures that an extension sees. */
	private static Stream<String> named(JavaClass type) {
		Stream<JavaType> members = type.getMembers()
			.stream()
			.filter((member) -> visible(member))
			.flatMap(ExtensionApiIntegrationTests::types);
		Stream<JavaType> parents = Stream.concat(type.getInterfaces().stream(), type.getSuperclass().stream());
		return Stream.concat(members, parents)
			.flatMap((named) -> named.getAllInvolvedRawTypes().stream())
			.map(JavaClass::getName);
	}

	private static boolean visible(JavaMember member) {
		return member.getModifiers().contains(JavaModifier.PUBLIC)
				|| member.getModifiers().contains(JavaModifier.PROTECTED);
	}

	private static Stream<JavaType> types(JavaMember member) {
		if (member instanceof JavaCodeUnit code) {
			return Stream.concat(code.getParameterTypes().stream(), Stream.of(code.getReturnType()));
		}
		return Stream.of(((JavaField) member).getType());
	}

}
