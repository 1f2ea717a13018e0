package chat.hubbub.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

import chat.hubbub.words.Language;

/**
 * The addresses of the page's files: in development the modules and style sheets
 * themselves, in the jar one bundle of each. Addresses are relative to that of the page.
 */
@Component
class PageFiles {

	static final String BUNDLE = "bundle/";

	private final Properties parts;

	private final boolean bundled;

	private final WebProperties settings;

	private final ResourceLoader resources;

	PageFiles(WebProperties settings, ResourceLoader resources) {
		this.settings = settings;
		this.resources = resources;
		Resource bundle = find(BUNDLE + "files.properties");
		this.bundled = bundle != null;
		this.parts = read((bundle != null) ? bundle : new ClassPathResource("page.properties"));
	}

	/** Whether the files are bundles, whose names contain a hash of their content. */
	boolean bundled() {
		return this.bundled;
	}

	/**
	 * The addresses of the parts of a file, in order.
	 * @param name its name in {@code page.properties}
	 */
	public List<Part> of(String name) {
		return Stream.of(this.parts.getProperty(name).split("\\s+")).map(this::part).toList();
	}

	/**
	 * The addresses of the parts of a file in a language, or of the file itself if there
	 * is no other in that language.
	 * @param language the language
	 * @param name its name in {@code page.properties}, before the language is inserted
	 */
	public List<Part> in(Language language, String name) {
		int dot = name.lastIndexOf('.');
		String own = name.substring(0, dot + 1) + language.tag() + name.substring(dot);
		return of(this.parts.containsKey(own) ? own : name);
	}

	/** The content of a bundle. */
	byte[] read(String name) {
		Resource found = find(of(name).get(0).address());
		if (found == null) {
			throw new IllegalStateException("There is no file " + name);
		}
		try {
			return found.getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private @Nullable Resource find(String address) {
		return Stream.of(this.settings.getResources().getStaticLocations())
			.map((location) -> this.resources.getResource(location + address))
			.filter(Resource::exists)
			.findFirst()
			.orElse(null);
	}

	private Part part(String address) {
		return new Part(address, !this.bundled && !address.startsWith("webjars/"));
	}

	private static Properties read(Resource resource) {
		Properties read = new Properties();
		try (InputStream stream = resource.getInputStream()) {
			read.load(stream);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return read;
	}

	/**
	 * One file for the browser.
	 *
	 * @param address its address
	 * @param module whether it is an ES module, if it is a script
	 */
	public record Part(String address, boolean module) {
	}

}
