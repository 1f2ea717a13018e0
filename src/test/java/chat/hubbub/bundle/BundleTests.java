package chat.hubbub.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BundleTests {

	@TempDir
	Path folder;

	private final Map<String, String> files = new HashMap<>(Map.of("style/a.css",
			"a { mask: url(\"../dot.svg\") center; }", "style/b.css", "b { color: red; }", "dot.svg", "<svg/>"));

	@Test
	void joinsStyleSheetsAndTheirPictures() throws IOException {
		String name = bundle();
		String css = Files.readString(this.folder.resolve(name));
		assertThat(css).matches("a \\{ mask: url\\(\"dot\\.[0-9a-f]{12}\\.svg\"\\) center; }\nb \\{ color: red; }\n");
		assertThat(this.folder.resolve(css.replaceAll("(?s).*\"(.*)\".*", "$1"))).hasContent("<svg/>");
	}

	@Test
	void givesAnotherContentAnotherName() throws IOException {
		String name = bundle();
		assertThat(bundle()).isEqualTo(name);
		this.files.put("dot.svg", "<svg></svg>");
		assertThat(bundle()).isNotEqualTo(name);
		assertThat(this.folder.resolve(name)).doesNotExist();
	}

	@Test
	void compressesEachFile() throws IOException {
		bundle();
		try (Stream<Path> written = Files.list(this.folder)) {
			for (Path file : written.filter((path) -> path.toString().matches(".*(css|svg)")).toList()) {
				try (GZIPInputStream zipped = new GZIPInputStream(Files.newInputStream(Path.of(file + ".gz")))) {
					assertThat(zipped.readAllBytes()).isEqualTo(Files.readAllBytes(file));
				}
			}
		}
	}

	private String bundle() throws IOException {
		Properties wanted = new Properties();
		wanted.setProperty("all.css", "style/a.css style/b.css");
		Bundle.write((address) -> this.files.get(address).getBytes(StandardCharsets.UTF_8), wanted, this.folder);
		Properties names = new Properties();
		names.load(Files.newBufferedReader(this.folder.resolve("files.properties")));
		return names.getProperty("all.css").substring("bundle/".length());
	}

}
