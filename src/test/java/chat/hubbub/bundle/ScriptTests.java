package chat.hubbub.bundle;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScriptTests {

	private final Map<String, String> files = new HashMap<>();

	@Test
	void putsAModuleBehindWhatItImports() {
		file("main.js", "import { b as c } from './model/b.js';\nc();\n");
		file("model/b.js", "import {\n  A, D,\n} from './a.js';\nexport async function b() {}\nexport const E = A;\n");
		file("model/a.js", "export class A {}\nexport function D() {}\n");
		assertThat(bundle("main.js")).isEqualTo("""
				(() => {
				'use strict';
				// model/a.js
				const module0 = (() => {
				class A {}
				function D() {}
				return { A, D };
				})();
				// model/b.js
				const module1 = (() => {
				const { A, D, } = module0;
				async function b() {}
				const E = A;
				return { b, E };
				})();
				// main.js
				const module2 = (() => {
				const { b: c } = module1;
				c();
				return {  };
				})();
				})();
				""");
	}

	@Test
	void leavesCommentsOut() {
		file("a.js", """
				/** @import { B } from './b.js' */

				/**
				 * Adds * and **.
				 * @param {B} b
				 */
				export function a(b) {
				  // Why.
				  return b + 'http://b'; // here
				}
				""");
		assertThat(bundle("a.js")).doesNotContain("/**", "Why", "@param")
			.contains("\nfunction a(b) {\n  return b + 'http://b'; // here\n}\n");
	}

	@Test
	void takesEachModuleOnce() {
		file("main.js", "import { a } from './a.js';\nimport { b } from './b.js';\n");
		file("a.js", "import { b } from './b.js';\nexport const a = b;\n");
		file("b.js", "export const b = 1;\n");
		assertThat(bundle("main.js")).containsOnlyOnce("// b.js");
	}

	@Test
	void refusesModulesThatImportEachOther() {
		file("a.js", "import { b } from './b.js';\nexport const a = b;\n");
		file("b.js", "import { a } from './a.js';\nexport const b = a;\n");
		assertThatThrownBy(() -> bundle("a.js")).isInstanceOf(BundleFault.class)
			.hasMessageContaining("a.js: it imports itself");
	}

	@Test
	void namesTheModuleThatIsMissing() {
		file("a.js", "import { b } from './b.js';\n");
		assertThatThrownBy(() -> bundle("a.js")).isInstanceOf(BundleFault.class).hasMessageContaining("b.js");
	}

	/** Better no bundle than one that does something else. */
	@ParameterizedTest
	@ValueSource(strings = { "import './b.js';", "import b from './b.js';", "import * as b from './b.js';",
			"import { b } from 'elsewhere';", "export default 1;", "export let changing = 1;",
			"export * from './b.js';", "export { b } from './b.js';", "const b = await import('./b.js');",
			"const here = import.meta.url;" })
	void refusesWhatItCannotJoin(String line) {
		file("a.js", line + "\n");
		assertThatThrownBy(() -> bundle("a.js")).isInstanceOf(BundleFault.class).hasMessageStartingWith("a.js: ");
	}

	private void file(String address, String text) {
		this.files.put(address, text);
	}

	private String bundle(String main) {
		return Script.of((address) -> {
			String text = this.files.get(address);
			if (text == null) {
				throw new BundleFault(address, "there is no such file");
			}
			return text.getBytes(StandardCharsets.UTF_8);
		}, main);
	}

}
