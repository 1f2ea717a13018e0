package chat.hubbub.message;

import chat.hubbub.refusal.Refusal;

/**
 * The refusal of invalid parameters of the history.
 */
@SuppressWarnings("serial")
public final class IllFormedPage extends Refusal {

	private IllFormedPage(String sentence) {
		super(Kind.INVALID, "page.ill-formed", sentence);
	}

	static IllFormedPage severalWays() {
		return new IllFormedPage("A page takes only one of before, after and around.");
	}

	static IllFormedPage parameter(String name, long min, long max) {
		String bound = (max == Long.MAX_VALUE) ? " or more" : " to " + max;
		return new IllFormedPage("The parameter " + name + " must be a whole number, " + min + bound + ".");
	}

}
