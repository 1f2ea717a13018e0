package chat.hubbub.search.index;

import java.util.List;
import java.util.Set;

import chat.hubbub.search.text.Term;

/**
 * A condition of messages.
 *
 * @param terms the words and phrases of the text, all of them
 * @param filters sets of {@linkplain Filters words}; of each set a message has one
 * @param topics the names of the topics that are searched; empty if the filters say it
 * @param from the least id of a message
 * @param before greater than the greatest id
 */
public record Condition(List<Term> terms, List<Set<String>> filters, Set<String> topics, long from, long before) {

	/**
	 * The same for older messages.
	 * @param id only messages with a lesser id
	 * @return the other condition
	 */
	public Condition before(long id) {
		return new Condition(this.terms, this.filters, this.topics, this.from, Math.min(this.before, id));
	}

}
