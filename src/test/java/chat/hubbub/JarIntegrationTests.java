package chat.hubbub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The jar is flat, so that the JVM itself finds the classes. Files of the same name in
 * several libraries are merged into one.
 */
class JarIntegrationTests {

	private static final Pattern LIST = Pattern
		.compile("META-INF/(services/.+|spring/.+\\.imports|spring\\.factories)");

	private static final String METADATA = "META-INF/spring-autoconfigure-metadata.properties";

	private static final Pattern CLASS_NAME = Pattern.compile("[\\w$]+(\\.[\\w$]+)+");

	private final JarFile jar;

	JarIntegrationTests() throws IOException {
		this.jar = new JarFile(Path.of("target", "hubbub.jar").toFile());
	}

	@AfterEach
	void close() throws IOException {
		this.jar.close();
	}

	@Test
	void hasNoJarWithin() {
		assertThat(names()).contains("chat/hubbub/HubbubApplication.class").noneMatch((name) -> name.endsWith(".jar"));
	}

	@Test
	void namesEveryClassThatTheLibrariesName() throws IOException {
		List<String> lists = names().filter(LIST.asMatchPredicate()).toList();
		assertThat(lists).hasSizeGreaterThan(10);
		for (String list : lists) {
			Set<String> ours = classes(text(list)).collect(Collectors.toSet());
			assertThat(ours).as(list)
				.containsAll(theirs(list).stream().flatMap(this::classes).filter(this::hasClass).toList());
		}
	}

	@Test
	void keepsTheConditionsOfAutoConfigurations() throws IOException {
		List<String> conditions = theirs(METADATA).stream()
			.flatMap(String::lines)
			.filter((line) -> hasClass(line.replaceFirst("\\.[A-Z]\\w+=.*", "")))
			.toList();
		assertThat(conditions).hasSizeGreaterThan(100);
		assertThat(text(METADATA).lines()).containsAll(conditions);
	}

	/** On newer JDKs, Spring would read classes with theirs, which takes longer. */
	@Test
	void readsClassesWithSpringsOwnReader() {
		String reader = "org/springframework/core/type/classreading/MetadataReaderFactoryDelegate.class";
		assertThat(names().filter((name) -> name.endsWith(reader))).containsExactly(reader);
	}

	@Test
	void keepsTheLicencesOfTheLibraries() throws IOException {
		assertThat(text("META-INF/NOTICE.txt")).contains("Spring Framework", "Apache Commons Logging");
		assertThat(text("META-INF/LICENSE.md")).contains("Eclipse Public License");
	}

	private Stream<String> names() {
		return this.jar.stream().map(ZipEntry::getName).filter((name) -> !name.endsWith("/"));
	}

	/** The files of that name on the class path of the tests. */
	private List<String> theirs(String name) throws IOException {
		return Collections.list(getClass().getClassLoader().getResources(name)).stream().map(this::text).toList();
	}

	private Stream<String> classes(String list) {
		return CLASS_NAME.matcher(list.replaceAll("(?m)#.*$", "")).results().map((found) -> found.group());
	}

	private boolean hasClass(String name) {
		return this.jar.getEntry(name.replace('.', '/') + ".class") != null;
	}

	private String text(String name) throws IOException {
		try (InputStream in = this.jar.getInputStream(this.jar.getEntry(name))) {
			return text(in);
		}
	}

	private String text(URL url) {
		try (InputStream in = url.openStream()) {
			return text(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String text(InputStream in) throws IOException {
		return new String(in.readAllBytes(), StandardCharsets.UTF_8);
	}

}
