package chat.hubbub.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files {@code words/AREA_TAG.properties} on the class path, in UTF-8. Files of one
 * name are one file; of two with the same key, the first on the class path counts.
 */
final class MessageFiles {

	private static final String FILES = "classpath*:words/*_*.properties";

	private static final Pattern NAME = Pattern.compile("([a-z-]+)_([A-Za-z0-9-]+)\\.properties");

	private MessageFiles() {
	}

	/** The sentences, by language, area and key. */
	static Map<String, Map<String, Map<String, String>>> read(@Nullable ClassLoader loader) {
		Map<String, Map<String, Map<String, String>>> languages = new TreeMap<>();
		try {
			for (Resource file : new PathMatchingResourcePatternResolver(loader).getResources(FILES)) {
				Matcher name = NAME.matcher(String.valueOf(file.getFilename()));
				if (name.matches()) {
					Map<String, String> sentences = languages.computeIfAbsent(name.group(2), (tag) -> new TreeMap<>())
						.computeIfAbsent(name.group(1), (area) -> new TreeMap<>());
					load(file).forEach((key, text) -> sentences.putIfAbsent((String) key, (String) text));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return languages;
	}

	private static Properties load(Resource file) throws IOException {
		Properties read = new Properties();
		try (InputStream stream = file.getInputStream();
				Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
			read.load(reader);
		}
		return read;
	}

}
