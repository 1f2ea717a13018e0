package chat.hubbub.setting;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The people who may create an account. */
public enum SignUp {

	/** Everybody. */
	OPEN,

	/** People with an invitation from an admin. */
	INVITE,

	/** Only the first admin. */
	CLOSED;

	/**
	 * The value of a text.
	 * @param text {@code open}, {@code invite} or {@code closed}; case is ignored
	 * @return the value
	 * @throws IllFormedSetting if it is another text
	 */
	static SignUp of(String text) {
		for (SignUp known : values()) {
			if (known.name().equalsIgnoreCase(text)) {
				return known;
			}
		}
		throw IllFormedSetting.signUp();
	}

	/** The word for programs, in lower case. */
	@Override
	@JsonValue
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
