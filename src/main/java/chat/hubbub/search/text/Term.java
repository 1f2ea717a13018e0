package chat.hubbub.search.text;

import java.util.List;

/**
 * A part of a query: tokens that follow each other in a text.
 *
 * @param tokens the tokens, at least one
 * @param prefix whether the last one may be the beginning of a word
 */
public record Term(List<String> tokens, boolean prefix) {

	/** Copies the list. */
	public Term {
		tokens = List.copyOf(tokens);
	}

	/** Whether a token of a text fits at a place of this term. */
	boolean fits(int place, String token) {
		String wanted = this.tokens.get(place);
		return (this.prefix && place == this.tokens.size() - 1) ? token.startsWith(wanted) : token.equals(wanted);
	}

}
