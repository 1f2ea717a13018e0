package chat.hubbub.bundle;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ES module. It may import names, and export functions, classes and constants where it
 * declares them. The page's modules need no other syntax; any other is a fault.
 *
 * @param address its address
 * @param imports its imports, in order
 * @param exports the names that it exports
 * @param body its source without imports, exports and comments
 */
record Module(String address, List<Import> imports, List<String> exports, String body) {

	/**
	 * A comment on lines of its own. The page's lint allows no template over several
	 * lines, so none of them is in a text.
	 */
	private static final Pattern COMMENT = Pattern.compile("^[ \\t]*(?:/\\*\\*[^*]*(?:\\*(?!/)[^*]*)*+\\*/|//.*)\n",
			Pattern.MULTILINE);

	private static final Pattern IMPORT = Pattern.compile("^import \\{([^{}]*)\\} from '(\\.[^']*)';\n",
			Pattern.MULTILINE);

	private static final Pattern EXPORT = Pattern.compile("^export (?=(?:async function|function|class|const) (\\w+))",
			Pattern.MULTILINE);

	private static final Pattern OTHER = Pattern.compile("^(?:import|export)\\b.*|\\bimport *\\(|\\bimport\\.meta\\b",
			Pattern.MULTILINE);

	static Module parse(String address, String source) {
		List<Import> imports = new ArrayList<>();
		List<String> exports = new ArrayList<>();
		String body = IMPORT.matcher(COMMENT.matcher(source).replaceAll("")).replaceAll((found) -> {
			imports.add(new Import(found.group(1).strip(), URI.create(address).resolve(found.group(2)).toString()));
			return "";
		});
		body = EXPORT.matcher(body).replaceAll((found) -> {
			exports.add(found.group(1));
			return "";
		});
		Matcher other = OTHER.matcher(body);
		if (other.find()) {
			throw new BundleFault(address, "the bundle does not know how to do \"" + other.group() + "\"");
		}
		return new Module(address, List.copyOf(imports), List.copyOf(exports), body);
	}

	/**
	 * Names that are imported from another module.
	 *
	 * @param names the text between the braces
	 * @param from the address of the other module
	 */
	record Import(String names, String from) {

		/** The names as a destructuring pattern. */
		String pattern() {
			return "{ " + this.names.replaceAll("\\s+as\\s+", ": ") + " }";
		}

	}

}
