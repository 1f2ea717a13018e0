package chat.hubbub.search;

import java.util.List;
import java.util.function.BiFunction;

import chat.hubbub.search.index.Condition;
import chat.hubbub.search.index.Found;
import chat.hubbub.search.index.FoundPage;

/** The messages that fit a condition, page by page, the newest first. Not thread-safe. */
final class Pages {

	private final BiFunction<Condition, Integer, FoundPage> index;

	private final Deadline deadline;

	private Condition rest;

	/**
	 * The pages of a search.
	 * @param index finds a page by a condition and a maximum number of messages
	 * @param condition the condition
	 * @param deadline the end of the search
	 */
	Pages(BiFunction<Condition, Integer, FoundPage> index, Condition condition, Deadline deadline) {
		this.index = index;
		this.rest = condition;
		this.deadline = deadline;
	}

	/**
	 * Finds the next page.
	 * @param limit the maximum number of messages
	 * @throws SearchBusy if the search takes too long
	 */
	FoundPage next(int limit) {
		this.deadline.check();
		FoundPage page = this.index.apply(this.rest, limit);
		List<Found> list = page.list();
		if (!list.isEmpty()) {
			this.rest = this.rest.before(list.get(list.size() - 1).id());
		}
		return page;
	}

}
