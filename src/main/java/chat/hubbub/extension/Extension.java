package chat.hubbub.extension;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A jar that fits this server.
 *
 * @param jar the file
 * @param classes the names of its classes
 */
record Extension(Path jar, Set<String> classes) {

	/** The version of the API for extensions, which a jar may name in its manifest. */
	static final String API = "1";

	static final String API_ATTRIBUTE = "Hubbub-Api";

	private static final String CONFIGURATIONS = "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports";

	private static final String CLASS = ".class";

	private static final int MAGIC = 0xCAFEBABE;

	/** The class file version of Java N is this and N. */
	private static final int JAVA_0 = 44;

	/**
	 * Reads a jar without running any of its code.
	 * @param jar the file
	 * @return the extension
	 * @throws UnfitExtension if it cannot be read, is for a newer Java or another version
	 * of the API, or has no auto-configuration
	 */
	static Extension read(Path jar) throws UnfitExtension {
		try (JarFile file = new JarFile(jar.toFile())) {
			checkApi(file.getManifest());
			Set<String> classes = classes(file);
			checkConfigurations(file, classes);
			return new Extension(jar, classes);
		}
		catch (IOException | UncheckedIOException | SecurityException ex) {
			throw new UnfitExtension("It cannot be read as a jar: " + ex.getMessage());
		}
	}

	private static void checkApi(Manifest manifest) throws UnfitExtension {
		String version = (manifest != null) ? manifest.getMainAttributes().getValue(API_ATTRIBUTE) : null;
		if (version != null && !version.equals(API)) {
			throw new UnfitExtension(
					"It is for version " + version + " of the API, and this server has version " + API + ".");
		}
	}

	private static Set<String> classes(JarFile file) throws IOException, UnfitExtension {
		List<JarEntry> entries = file.stream().filter(Extension::isClass).toList();
		for (JarEntry entry : entries) {
			checkJava(file, entry);
		}
		return entries.stream().map((entry) -> className(entry.getName())).collect(Collectors.toUnmodifiableSet());
	}

	/** Whether it is a class for each version of Java. */
	private static boolean isClass(JarEntry entry) {
		String name = entry.getName();
		return name.endsWith(CLASS) && !name.startsWith("META-INF/") && !name.endsWith("module-info.class");
	}

	private static String className(String entry) {
		return entry.substring(0, entry.length() - CLASS.length()).replace('/', '.');
	}

	private static void checkJava(JarFile file, JarEntry entry) throws IOException, UnfitExtension {
		try (DataInputStream content = new DataInputStream(file.getInputStream(entry))) {
			if (content.readInt() != MAGIC) {
				throw new UnfitExtension("Its " + entry.getName() + " is not a class.");
			}
			content.readUnsignedShort();
			int java = content.readUnsignedShort() - JAVA_0;
			int here = Runtime.version().feature();
			if (java > here) {
				throw new UnfitExtension("It is for Java " + java + ", and this is Java " + here + ".");
			}
		}
	}

	private static void checkConfigurations(JarFile file, Set<String> classes) throws IOException, UnfitExtension {
		List<String> names = configurations(file);
		if (names.isEmpty()) {
			throw new UnfitExtension("It has no auto-configuration: its " + CONFIGURATIONS + " is missing or empty.");
		}
		for (String name : names) {
			if (!classes.contains(name)) {
				throw new UnfitExtension("Its auto-configuration " + name + " is not in the jar.");
			}
		}
	}

	private static List<String> configurations(JarFile file) throws IOException {
		JarEntry list = file.getJarEntry(CONFIGURATIONS);
		if (list == null) {
			return List.of();
		}
		String text = new String(file.getInputStream(list).readAllBytes(), StandardCharsets.UTF_8);
		Stream<String> lines = text.lines().map((line) -> line.replaceFirst("#.*", "").strip());
		return lines.filter((line) -> !line.isEmpty()).toList();
	}

	String name() {
		return String.valueOf(this.jar.getFileName());
	}

	URL url() {
		try {
			return this.jar.toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException("A file has an address", ex);
		}
	}

}
