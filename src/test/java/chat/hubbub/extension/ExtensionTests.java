package chat.hubbub.extension;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExtensionTests {

	private static final String IMPORTS = "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports";

	private static final String POLL = "com/example/Poll.class";

	private final Map<String, byte[]> entries = new LinkedHashMap<>();

	private final Manifest manifest = new Manifest();

	@TempDir
	private Path folder;

	ExtensionTests() {
		this.manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		this.entries.put(IMPORTS, text("# The poll\ncom.example.Poll # votes\n"));
		this.entries.put(POLL, compiledFor(17));
	}

	@Test
	void fitsWithAnAutoConfiguration() throws Exception {
		Extension poll = Extension.read(jar());
		assertThat(poll.name()).isEqualTo("poll.jar");
		assertThat(poll.classes()).containsExactly("com.example.Poll");
	}

	@Test
	void fitsIfItNamesThisVersionOfTheApi() throws Exception {
		this.manifest.getMainAttributes().putValue("Hubbub-Api", Extension.API);
		assertThat(Extension.read(jar()).classes()).isNotEmpty();
	}

	@Test
	void mayHaveClassesForANewerJavaBesideThoseForThisOne() throws Exception {
		this.entries.put("META-INF/versions/99/" + POLL, compiledFor(99));
		this.entries.put("module-info.class", compiledFor(99));
		assertThat(Extension.read(jar()).classes()).containsExactly("com.example.Poll");
	}

	@Test
	void doesNotFitIfItIsNoJar() throws IOException {
		assertUnfit(Files.writeString(this.folder.resolve("poll.jar"), "PK, or not"), "It cannot be read as a jar: ");
	}

	@Test
	void doesNotFitIfItIsAFolder() throws IOException {
		assertUnfit(Files.createDirectory(this.folder.resolve("poll.jar")), "It cannot be read as a jar: ");
	}

	@Test
	void doesNotFitIfItIsForANewerJava() throws IOException {
		this.entries.put("com/example/Answer.class", compiledFor(99));
		assertUnfit(jar(), "It is for Java 99, and this is Java " + Runtime.version().feature() + ".");
	}

	@Test
	void doesNotFitWithAClassThatIsNone() throws IOException {
		this.entries.put(POLL, text("class Poll"));
		assertUnfit(jar(), "Its com/example/Poll.class is not a class.");
		this.entries.put(POLL, new byte[0]);
		assertUnfit(jar(), "It cannot be read as a jar: ");
	}

	@Test
	void doesNotFitWithoutAutoConfiguration() throws IOException {
		this.entries.put(IMPORTS, text("# none yet\n\n"));
		assertUnfit(jar(), "It has no auto-configuration: ");
		this.entries.remove(IMPORTS);
		assertUnfit(jar(), "It has no auto-configuration: ");
	}

	@Test
	void doesNotFitWithoutTheClassOfItsAutoConfiguration() throws IOException {
		this.entries.put(IMPORTS, text("com.example.Pool"));
		assertUnfit(jar(), "Its auto-configuration com.example.Pool is not in the jar.");
	}

	@Test
	void doesNotFitAnotherVersionOfTheApi() throws IOException {
		this.manifest.getMainAttributes().putValue("Hubbub-Api", "2");
		assertUnfit(jar(), "It is for version 2 of the API, and this server has version 1.");
	}

	private static void assertUnfit(Path jar, String sentence) {
		assertThatExceptionOfType(UnfitExtension.class).isThrownBy(() -> Extension.read(jar))
			.withMessageStartingWith(sentence);
	}

	private Path jar() throws IOException {
		Path jar = this.folder.resolve("poll.jar");
		try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar), this.manifest)) {
			for (Map.Entry<String, byte[]> entry : this.entries.entrySet()) {
				output.putNextEntry(new JarEntry(entry.getKey()));
				output.write(entry.getValue());
			}
		}
		return jar;
	}

	/** The beginning of a class file, which says for which Java it is. */
	private static byte[] compiledFor(int java) {
		return new byte[] { (byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, (byte) (44 + java) };
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
