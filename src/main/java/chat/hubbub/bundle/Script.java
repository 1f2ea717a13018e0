package chat.hubbub.bundle;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * One script made from a module and all its imports. Each module becomes a function that
 * is called once and returns its exports, so that its other names stay private.
 */
final class Script {

	private final Sources sources;

	private final Map<String, String> names = new LinkedHashMap<>();

	private final Set<String> underWay = new LinkedHashSet<>();

	private final StringBuilder text = new StringBuilder("'use strict';\n");

	private Script(Sources sources) {
		this.sources = sources;
	}

	/**
	 * Joins modules into a script.
	 * @param sources the page's files
	 * @param main the address of the module that imports the others
	 * @return the script, which defines no global name
	 * @throws BundleFault if modules import each other or use unsupported syntax
	 */
	static String of(Sources sources, String main) {
		Script script = new Script(sources);
		script.add(main);
		return "(() => {\n" + script.text + "})();\n";
	}

	/**
	 * Adds a module after its imports, and returns the constant that holds its exports.
	 */
	private String add(String address) {
		String known = this.names.get(address);
		if (known != null) {
			return known;
		}
		if (!this.underWay.add(address)) {
			throw new BundleFault(address, "it imports itself by way of " + this.underWay);
		}
		Module module = Module.parse(address, this.sources.text(address));
		StringBuilder imports = new StringBuilder();
		for (Module.Import wanted : module.imports()) {
			imports.append("const ").append(wanted.pattern()).append(" = ").append(add(wanted.from())).append(";\n");
		}
		String name = "module" + this.names.size();
		this.names.put(address, name);
		this.underWay.remove(address);
		this.text.append("// ").append(address).append("\nconst ").append(name).append(" = (() => {\n");
		this.text.append(imports).append(module.body()).append(exports(module)).append("})();\n");
		return name;
	}

	private static String exports(Module module) {
		StringJoiner exports = new StringJoiner(", ", "return { ", " };\n");
		module.exports().forEach(exports::add);
		return exports.toString();
	}

}
