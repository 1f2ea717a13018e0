package chat.hubbub.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import chat.hubbub.words.Language;
import chat.hubbub.words.Languages;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words of the pages' scripts, as a script for each page and language. Its address
 * contains a hash of its content, so that browsers may cache it for ever. Thread-safe.
 */
@Component
class PageWords {

	/** The areas of the message files that each page needs. */
	private static final Map<String, List<String>> AREAS = Map.of("chat", List.of("page"), "admin",
			List.of("page", "admin"), "start", List.of("page", "start"));

	private static final int HASH_DIGITS = 12;

	private final JsonMapper json;

	private final Map<String, byte[]> scripts = new ConcurrentHashMap<>();

	private final Map<String, String> addresses = new ConcurrentHashMap<>();

	PageWords(JsonMapper json) {
		this.json = json;
	}

	/**
	 * The address of a script, relative to that of the page.
	 * @param page {@code chat} or {@code admin}
	 */
	public String of(String page, Language language) {
		return this.addresses.computeIfAbsent(page + "." + language.tag(), (name) -> store(page, language));
	}

	/** The script of a name, or {@code null} if its name is unknown. */
	byte @Nullable [] script(String name) {
		if (!this.scripts.containsKey(name)) {
			// The page of a browser may be older than the start of the server.
			AREAS.keySet().forEach((page) -> Languages.all().forEach((language) -> of(page, language)));
		}
		return this.scripts.get(name);
	}

	private String store(String page, Language language) {
		byte[] script = write(page, language);
		String name = page + "." + language.tag() + "." + hash(script) + ".js";
		this.scripts.put(name, script);
		return "words/" + name;
	}

	/** The script of a page in a language. */
	byte[] write(String page, Language language) {
		Map<String, Object> patterns = new LinkedHashMap<>();
		AREAS.getOrDefault(page, List.of())
			.stream()
			.flatMap((area) -> Languages.keys(area).stream())
			.forEach((key) -> patterns.put(key, PagePattern.of(language.pattern(key))));
		Map<String, Object> words = Map.of("locale", language.locale(), "patterns", patterns);
		return ("globalThis.words = " + this.json.writeValueAsString(words) + ";\n").getBytes(StandardCharsets.UTF_8);
	}

	private static String hash(byte[] content) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
			return HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
