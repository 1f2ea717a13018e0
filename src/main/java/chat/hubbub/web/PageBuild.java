package chat.hubbub.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import chat.hubbub.setting.ServerSettings;
import chat.hubbub.setting.Settings;
import chat.hubbub.words.Language;

/**
 * The builds of the page, one for each language: the page with exactly its files, which a
 * browser keeps for times without a network. In development the files have no names of
 * their own for each content, so there is no build. Thread-safe.
 */
@Component
class PageBuild {

	/**
	 * The files of the page, also those that it loads later, without those for a network.
	 */
	private static final List<String> FILES = List.of("chat.css", "chat.js", "highlight.js");

	static final String ICON = "icon-192.png";

	private static final int HASH_DIGITS = 12;

	/** An admin may change the settings of the server, which the markup contains. */
	private static final int MOST = 20;

	private final PageFiles files;

	private final PageWords words;

	private final JsonMapper json;

	private final boolean offered;

	private final Settings settings;

	private final Map<String, Build> builds = new ConcurrentHashMap<>();

	PageBuild(PageFiles files, PageWords words, JsonMapper json, OfflineProperties offline, Settings settings) {
		this.files = files;
		this.words = words;
		this.json = json;
		this.offered = offline.enabled() && files.bundled();
		this.settings = settings;
	}

	/** The name of the page's build in a language; empty if browsers keep no page. */
	Optional<String> name(Language language) {
		return build(language).map(Build::name);
	}

	/**
	 * The script of the service worker: the list of the files, and the code. It differs
	 * with each build, so that browsers notice a new one.
	 */
	Optional<byte[]> worker(Language language) {
		return build(language).map((build) -> join(
				("self.build = " + this.json.writeValueAsString(build) + ";\n").getBytes(StandardCharsets.UTF_8),
				this.files.read("worker.js")));
	}

	private Optional<Build> build(Language language) {
		if (!this.offered) {
			return Optional.empty();
		}
		ServerSettings server = this.settings.now();
		if (this.builds.size() > MOST) {
			this.builds.clear();
		}
		return Optional.of(this.builds.computeIfAbsent(language.tag() + server, (key) -> make(language, server)));
	}

	private Build make(Language language, ServerSettings server) {
		PageIcon icon = PageIcon.of(server, this.files);
		String large = (server.icon() != null) ? icon.logo() : address(ICON);
		List<String> all = Stream.concat(FILES.stream().map(this::address), Stream.of(this.words.of("chat", language),
				this.files.in(language, "emoji.json").get(0).address(), icon.plain(), icon.news(), icon.logo(), large))
			.distinct()
			.toList();
		MessageDigest digest = sha256();
		digest.update(String.join("\n", all).getBytes(StandardCharsets.UTF_8));
		digest.update((language.tag() + server).getBytes(StandardCharsets.UTF_8));
		templates(digest);
		return new Build(HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS), all, large);
	}

	private String address(String name) {
		return this.files.of(name).get(0).address();
	}

	/** The markup may change while the files stay the same. */
	private static void templates(MessageDigest digest) {
		try {
			for (String pattern : List.of("templates/**/*.html", "words/*.properties")) {
				for (Resource resource : new PathMatchingResourcePatternResolver()
					.getResources("classpath*:" + pattern)) {
					try (InputStream content = resource.getInputStream()) {
						digest.update(content.readAllBytes());
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] join(byte[] first, byte[] second) {
		byte[] joined = new byte[first.length + second.length];
		System.arraycopy(first, 0, joined, 0, first.length);
		System.arraycopy(second, 0, joined, first.length, second.length);
		return joined;
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	/**
	 * A build; also its JSON.
	 *
	 * @param name a hash of its files and its markup
	 * @param files the addresses of its files, relative to that of the page
	 * @param icon the address of the icon of notifications
	 */
	record Build(String name, List<String> files, String icon) {

	}

}
