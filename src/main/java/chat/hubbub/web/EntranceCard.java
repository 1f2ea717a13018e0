package chat.hubbub.web;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of the entrance card before the page's script has loaded. The words are those
 * of {@code model/entrance.js}, which draws the same card.
 *
 * @param title its title
 * @param lead an introduction
 * @param nameHint the rules for names, may be empty
 * @param asksPassword whether it asks for a password
 * @param makesPassword whether that is a new password
 * @param button the label of the button that submits it
 * @param others the labels of the other ways to enter
 */
public record EntranceCard(String title, String lead, String nameHint, boolean asksPassword, boolean makesPassword,
		String button, List<String> others) {

	private static final String NAME_HINT = "Up to 32 letters and digits, also with spaces, dots, hyphens and underscores between them.";

	private static final String AS_GUEST = "Join as a guest";

	private static final String SIGN_IN = "Sign in";

	private static final String SIGN_UP = "Create an account";

	/**
	 * The first card that a new visitor sees.
	 * @param guests whether guests are allowed
	 * @param open whether everybody may sign up
	 * @param invited whether the visitor has an invitation
	 */
	static EntranceCard first(boolean guests, boolean open, boolean invited) {
		List<String> others = new ArrayList<>();
		if (guests) {
			others.add(AS_GUEST);
		}
		others.add(SIGN_IN);
		if (open || invited) {
			others.add(SIGN_UP);
		}
		if (invited) {
			others.remove(SIGN_UP);
			return new EntranceCard("Create your account",
					"Your name is reserved for you, and you can sign in everywhere.", NAME_HINT, true, true,
					"Create account", others);
		}
		others.remove(0);
		if (guests) {
			return new EntranceCard("Welcome to Hubbub", "Pick a name that others will see beside your messages.",
					NAME_HINT, false, false, "Join the conversation", others);
		}
		return new EntranceCard("Welcome back", "Sign in with the name and the password of your account.", "", true,
				false, SIGN_IN, others);
	}

}
