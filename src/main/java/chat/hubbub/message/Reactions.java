package chat.hubbub.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The reactions to a message, the oldest first.
 *
 * @param reactions the names of the people with each emoji, in the order in which they
 * reacted; at most {@value #NAMES} for each, and no more in all than fit in 16 KiB
 * @param reactionCounts the number of people with an emoji, if there are more than names
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Reactions(Map<String, List<String>> reactions, Map<String, Integer> reactionCounts) {

	/** No reactions. */
	static final Reactions NONE = new Reactions(Map.of(), Map.of());

	/** The maximum number of names for an emoji. */
	static final int NAMES = 100;

	private static final int NAME_BYTES = 16 * 1024;

	/** The number of people with each emoji, to be changed. */
	Map<String, Integer> counts() {
		Map<String, Integer> counts = new HashMap<>(this.reactionCounts);
		this.reactions.forEach((emoji, names) -> counts.putIfAbsent(emoji, names.size()));
		return counts;
	}

	/** The length of its names and emoji as JSON in UTF-8. */
	long jsonBytes() {
		return jsonBytes(this.reactions);
	}

	/** The length of names by emoji as JSON in UTF-8. */
	static long jsonBytes(Map<String, List<String>> names) {
		long bytes = 0;
		for (Map.Entry<String, List<String>> each : names.entrySet()) {
			// With its brackets and its number.
			bytes += 2 * jsonBytes(each.getKey()) + 20;
			for (String name : each.getValue()) {
				bytes += jsonBytes(name);
			}
		}
		return bytes;
	}

	/** With its quotes and a comma. */
	private static long jsonBytes(String name) {
		return PageOfEvents.jsonBytes(name) + 3;
	}

	/** Collects the reactions to one message. */
	static final class Builder {

		private final Map<String, List<String>> names = new LinkedHashMap<>();

		private final Map<String, Integer> counts = new LinkedHashMap<>();

		private long bytes;

		/** Adds the next person. */
		void add(String emoji, String name) {
			this.counts.merge(emoji, 1, Integer::sum);
			List<String> shown = this.names.computeIfAbsent(emoji, (kind) -> new ArrayList<>());
			if (shown.size() < NAMES && this.bytes < NAME_BYTES) {
				shown.add(name);
				this.bytes += jsonBytes(name);
			}
		}

		Reactions build() {
			this.names.forEach((emoji, shown) -> this.counts.remove(emoji, shown.size()));
			return this.names.isEmpty() ? NONE : new Reactions(this.names, this.counts);
		}

	}

}
