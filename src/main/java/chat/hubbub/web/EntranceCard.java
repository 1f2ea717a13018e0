package chat.hubbub.web;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of the entrance card before the page's script has loaded, by their keys. They
 * are those of {@code model/entrance.js}, which draws the same card.
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

	private static final String NAME_HINT = "entrance.name-hint";

	private static final String AS_GUEST = "entrance.guest.offer";

	private static final String SIGN_IN = "entrance.sign-in.offer";

	private static final String SIGN_UP = "entrance.sign-up.offer";

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
			return new EntranceCard("entrance.sign-up.title", "entrance.sign-up.lead", NAME_HINT, true, true,
					"entrance.sign-up.button", others);
		}
		others.remove(0);
		if (guests) {
			return new EntranceCard("entrance.guest.title", "entrance.guest.lead", NAME_HINT, false, false,
					"entrance.guest.button", others);
		}
		return new EntranceCard("entrance.sign-in.title", "entrance.sign-in.lead", "", true, false,
				"entrance.sign-in.button", others);
	}

}
