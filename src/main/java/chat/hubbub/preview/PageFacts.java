package chat.hubbub.preview;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;

import chat.hubbub.message.Preview;

/**
 * The facts that the elements of a page state: those of the Open Graph protocol, of
 * Twitter's cards, or of HTML itself, in this order. For one thread.
 */
final class PageFacts {

	private static final String TITLE = "title";

	private static final List<String> TITLES = List.of("og:title", "twitter:title", TITLE);

	private static final List<String> DESCRIPTIONS = List.of("og:description", "twitter:description", "description");

	private static final List<String> PICTURES = List.of("og:image:secure_url", "og:image", "og:image:url",
			"twitter:image", "twitter:image:src");

	private static final Set<String> KNOWN = Stream.of(TITLES, DESCRIPTIONS, PICTURES)
		.flatMap(List::stream)
		.collect(Collectors.toSet());

	/** The attributes in which pages name a fact. */
	private static final List<String> NAMES = List.of("property", "name");

	private static final String CONTENT = "content";

	/** The first value of each fact. */
	private final Map<String, String> facts = new HashMap<>();

	/**
	 * Takes the next complete element, and removes it from its page.
	 * @return whether the head of the page has ended
	 */
	boolean take(Element element) {
		switch (element.normalName()) {
			case "head", "body", "html" -> {
				return true;
			}
			case TITLE -> put(TITLE, element.text());
			case "meta" -> NAMES.forEach((attribute) -> takeMeta(element, attribute));
			default -> {
				// It states no fact.
			}
		}
		element.remove();
		return false;
	}

	private void takeMeta(Element meta, String attribute) {
		String name = meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
		if (KNOWN.contains(name) && !name.equals(TITLE)) {
			put(name, PICTURES.contains(name) ? meta.absUrl(CONTENT) : meta.attr(CONTENT));
		}
	}

	private void put(String name, String value) {
		if (!value.isBlank()) {
			this.facts.putIfAbsent(name, value);
		}
	}

	/** The page. */
	Page page() {
		String picture = first(PICTURES);
		return new Page(Caption.of(first(TITLES), Preview.MAX_TITLE_BYTES),
				Caption.of(first(DESCRIPTIONS), Preview.MAX_DESCRIPTION_BYTES),
				(picture != null) ? Addresses.of(picture).orElse(null) : null);
	}

	private @Nullable String first(List<String> names) {
		return names.stream().map(this.facts::get).filter(Objects::nonNull).findFirst().orElse(null);
	}

}
