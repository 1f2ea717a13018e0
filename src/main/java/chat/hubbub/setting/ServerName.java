package chat.hubbub.setting;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** The rules for the name of the server. */
final class ServerName {

	/** The name until an admin or the configuration gives another. */
	static final String DEFAULT = "Hubbub";

	/** The maximum number of characters. */
	static final int MAX_LENGTH = 50;

	private static final int ZERO_WIDTH_JOINER = 0x200D;

	private static final int ZERO_WIDTH_NON_JOINER = 0x200C;

	private ServerName() {
	}

	/**
	 * Checks a name.
	 * @return the name as it is stored: without blanks around it, in the form NFC
	 * @throws IllFormedSetting if it is empty or too long, or contains characters that
	 * control the text around them
	 */
	static String checked(String text) {
		// A name that is much too long is not looked at.
		if (text.length() > 10 * MAX_LENGTH || !text.codePoints().allMatch(ServerName::isAllowed)) {
			throw IllFormedSetting.name();
		}
		String name = Normalizer.normalize(text.strip(), Form.NFC);
		if (name.codePointCount(0, name.length()) > MAX_LENGTH || name.codePoints().noneMatch(ServerName::isSeen)) {
			throw IllFormedSetting.name();
		}
		return name;
	}

	private static boolean isAllowed(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			// Emoji and some scripts need these two.
			case Character.FORMAT -> character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER;
			default -> true;
		};
	}

	private static boolean isSeen(int character) {
		return switch (Character.getType(character)) {
			case Character.FORMAT, Character.SPACE_SEPARATOR, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK,
					Character.COMBINING_SPACING_MARK ->
				false;
			default -> true;
		};
	}

}
