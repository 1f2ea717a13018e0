package chat.hubbub.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may come in.
 *
 * @param signUp who may make an account
 * @param guests whether people may chat without an account
 */
@ConfigurationProperties("hubbub")
public record AccountProperties(@DefaultValue("open") SignUp signUp, @DefaultValue("true") boolean guests) {

	/** Who may make an account. */
	public enum SignUp {

		/** Everybody. */
		OPEN,

		/** Who has a link of an admin. */
		INVITE,

		/** Nobody, but for the first admin. */
		CLOSED

	}

}
