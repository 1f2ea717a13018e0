package chat.hubbub.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings for access to the server.
 *
 * @param signUp the people who may create an account
 * @param guests whether people may chat without an account
 */
@ConfigurationProperties("hubbub")
public record AccountProperties(@DefaultValue("open") SignUp signUp, @DefaultValue("true") boolean guests) {

	/** The people who may create an account. */
	public enum SignUp {

		/** Everybody. */
		OPEN,

		/** People with an invitation from an admin. */
		INVITE,

		/** Only the first admin. */
		CLOSED

	}

}
