package chat.hubbub.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys that the code uses, as its source names them: in a call that says a sentence,
 * or as any quoted text that is a key.
 */
final class Usage {

	private static final Pattern JAVA = Pattern.compile("Phrase\\.of\\(\\s*\"([^\"]+)\"");

	private static final Pattern CODE = Pattern.compile("super\\((?:Refusal\\.)?Kind\\.\\w+,\\s*\"([^\"]+)\"\\)");

	private static final Pattern SCRIPT = Pattern.compile("(?<![#.\\w])sa(?:y|id)\\(\\s*'([^']+)'");

	private static final Pattern TEMPLATE = Pattern.compile("#\\{([a-z][\\w.-]*)[}(]");

	/** Texts between tags and in attributes that people read. */
	private static final Pattern PLAIN = Pattern
		.compile(">([^<>]*\\p{L}[^<>]*)(?=<)|\\s(?:aria-label|title|placeholder)=\"([^\"]*\\p{L}[^\"]*)\"");

	private static final Pattern COMMENT_OR_KEY = Pattern
		.compile("<!--.*?-->|<kbd>[^<]*</kbd>|\\[[\\[(][#$]\\{[^}]*}[\\])]]", Pattern.DOTALL);

	private static final Pattern LITERAL = Pattern.compile("'((?:[^'\\\\\n]|\\\\.)*)'|`([^`]*)`");

	private static final Pattern SCRIPT_COMMENT = Pattern.compile("/\\*.*?\\*/|(?<=\\s)//[^\n]*", Pattern.DOTALL);

	/** A capitalised word, or three words. Names of classes and selectors have signs. */
	private static final Pattern WORDS = Pattern.compile(
			"[A-Z][a-z]+(?:[ ….,!?:][^_#\\[=]*)?|[^_#\\[=/|]*\\b[a-z]+ [a-z]+ [a-z]+\\b[^_#\\[=/|]*", Pattern.DOTALL);

	/** Texts that only browsers and developers read. */
	private static final Set<String> TECHNICAL = Set.of("Accept", "Backspace", "Enter", "Escape", "Tab", "Home", "End",
			"Hubbub", "noopener noreferrer nofollow", "The page has no x", "x could not be loaded");

	private static final Pattern QUOTED = Pattern.compile("['\"]([a-z][\\w-]*(?:\\.[\\w-]+)+|[a-z]+)['\"]");

	/** The keys in calls, each with a file that uses it. */
	private final Map<String, String> called = new TreeMap<>();

	private final Set<String> quoted = new TreeSet<>();

	private Usage() {
	}

	/** The usage in the sources of the server and of the page. */
	static Usage inSources() {
		Usage usage = new Usage();
		usage.read("src/main/java", JAVA, CODE);
		usage.read("frontend/src", SCRIPT);
		usage.read("src/main/resources/templates", TEMPLATE);
		return usage;
	}

	private void read(String folder, Pattern... calls) {
		try (Stream<Path> files = Files.walk(Path.of(folder))) {
			files.filter((file) -> file.toString().matches(".*\\.(java|js|html)")).forEach((file) -> {
				String source = text(file);
				for (Pattern call : calls) {
					find(call, source).forEach((key) -> this.called.put(key, file.toString()));
				}
				this.quoted.addAll(find(QUOTED, source));
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Set<String> find(Pattern pattern, String source) {
		return pattern.matcher(source).results().map((found) -> found.group(1)).collect(Collectors.toSet());
	}

	/** The words in the sources of a folder, by file; only files that have some. */
	static Map<String, Set<String>> plainWords(String folder, Function<String, Set<String>> words) {
		try (Stream<Path> files = Files.walk(Path.of(folder))) {
			Map<String, Set<String>> found = new TreeMap<>();
			files.filter(Files::isRegularFile)
				.filter((file) -> !file.toString().endsWith(".png"))
				.forEach((file) -> found.put(file.toString(), words.apply(text(file))));
			found.values().removeIf(Set::isEmpty);
			return found;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The words of a template that do not come from the message files. */
	static Set<String> wordsOfTemplate(String template) {
		return PLAIN.matcher(COMMENT_OR_KEY.matcher(template).replaceAll(""))
			.results()
			.map((found) -> (found.group(1) != null) ? found.group(1).strip() : found.group(2))
			.filter((words) -> !words.equals("Hubbub"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** The words of a script that do not come from the message files. */
	static Set<String> wordsOfScript(String script) {
		return LITERAL.matcher(SCRIPT_COMMENT.matcher(script).replaceAll(""))
			.results()
			.map((found) -> (found.group(1) != null) ? found.group(1) : found.group(2).replaceAll("\\$\\{[^}]*}", "x"))
			.filter((text) -> WORDS.matcher(text).matches() && !TECHNICAL.contains(text))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** The keys that a call names, each with a file that has the call. */
	Map<String, String> called() {
		return this.called;
	}

	/** Whether a key stands anywhere in the code. */
	boolean has(String key) {
		return this.called.containsKey(key) || this.quoted.contains(key);
	}

}
