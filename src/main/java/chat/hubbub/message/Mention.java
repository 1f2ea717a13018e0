package chat.hubbub.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import chat.hubbub.account.Account;
import chat.hubbub.account.Username;

/**
 * A person whom a text mentions, or {@code @here}: the people who were in the topic then.
 *
 * @param account the number of the account, {@code null} for a guest and for
 * {@code @here}; not in JSON
 * @param name the present name of the person, {@code null} for {@code @here}
 * @param text the name as the text has it behind its {@code @}; in JSON only if it is
 * another one than {@code name}, or than {@code here}
 * @param here whether it is {@code @here}; in JSON only then
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Mention(@JsonIgnore @Nullable Long account, @Nullable String name, @Nullable String text, boolean here) {

	private static final String HERE = "here";

	/**
	 * A person.
	 * @param account the number of the account, {@code null} for a guest
	 * @param name the name
	 * @param written the name as the text has it
	 * @return the mention
	 */
	public static Mention of(@Nullable Long account, String name, String written) {
		return new Mention(account, name, written.equals(name) ? null : written, false);
	}

	/**
	 * Whether a word behind an {@code @} means all people who are there.
	 * @param written the word; case is ignored
	 * @return {@code true} for {@code here}
	 */
	public static boolean isHere(String written) {
		return written.equalsIgnoreCase(HERE);
	}

	/**
	 * All people who are there.
	 * @param written the word as the text has it
	 * @return the mention
	 */
	public static Mention here(String written) {
		return new Mention(null, null, written.equals(HERE) ? null : written, true);
	}

	/** The name as the text has it. */
	String written() {
		if (this.text != null) {
			return this.text;
		}
		return (this.name != null) ? this.name : HERE;
	}

	/**
	 * The key of the person, which is also that of their connections.
	 * @return for an account its {@linkplain Account#key() key}, for a guest that of the
	 * name, and for {@code @here} an empty text
	 */
	public String person() {
		if (this.account != null) {
			return Account.key(this.account);
		}
		return (this.name != null) ? new Username(this.name).key() : "";
	}

}
