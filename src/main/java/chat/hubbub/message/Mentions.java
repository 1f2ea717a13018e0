package chat.hubbub.message;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The people whom a text mentions.
 *
 * @param mentions each of them once, and {@code @here}, in the order of the text
 * @param present the people whom only {@code @here} means. Not in JSON, and not complete
 * in a message that was read from the store.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Mentions(List<Mention> mentions, @JsonIgnore List<Mention> present) {

	/** No mentions. */
	public static final Mentions NONE = new Mentions(List.of(), List.of());

	private static final int FIELD_BYTES = 60;

	/** An account number, two strings and a record, in memory. */
	private static final int HEAP_BYTES = 200;

	/**
	 * The keys of all people, for accounts the
	 * {@linkplain chat.hubbub.account.Account#key key}, for guests that of the name.
	 * @return a new set, in the order of the text
	 */
	public Set<String> people() {
		Set<String> people = new LinkedHashSet<>();
		this.mentions.stream().filter((mention) -> !mention.here()).map(Mention::person).forEach(people::add);
		this.present.stream().map(Mention::person).forEach(people::add);
		return people;
	}

	/**
	 * The mentions after an edit. If the text had {@code @here} before, people who have
	 * come since are not meant.
	 */
	Mentions after(Mentions before) {
		if (!hasHere() || !before.hasHere()) {
			return this;
		}
		Map<String, Mention> present = new LinkedHashMap<>();
		before.present.forEach((mention) -> present.put(mention.person(), mention));
		Set<String> known = before.people();
		this.present.stream()
			.filter((mention) -> known.contains(mention.person()))
			.forEach((mention) -> present.putIfAbsent(mention.person(), mention));
		this.mentions.forEach((mention) -> present.remove(mention.person()));
		return new Mentions(this.mentions, List.copyOf(present.values()));
	}

	/** The people who were not mentioned before. */
	Set<String> newSince(Mentions before) {
		Set<String> people = people();
		people.removeAll(before.people());
		return people;
	}

	private boolean hasHere() {
		return this.mentions.stream().anyMatch(Mention::here);
	}

	/** The length as JSON in UTF-8, at most. */
	long jsonBytes() {
		long bytes = 0;
		for (Mention mention : this.mentions) {
			bytes += FIELD_BYTES + 2 * PageOfEvents.jsonBytes(mention.written());
			bytes += (mention.name() != null) ? PageOfEvents.jsonBytes(mention.name()) : 0;
		}
		return bytes;
	}

	/** The approximate size on the heap in bytes. */
	long bytes() {
		return (long) HEAP_BYTES * (this.mentions.size() + this.present.size());
	}

}
