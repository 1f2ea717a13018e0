package chat.hubbub.message;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of a message.
 *
 * @param textLength the maximum number of characters (code points) of a text
 */
@ConfigurationProperties("hubbub")
public record MessageProperties(@DefaultValue("20000") int textLength) {

	/**
	 * Checks the settings.
	 * @throws IllegalArgumentException if the maximum is less than 1 or does not fit into
	 * a frame
	 */
	public MessageProperties {
		if (textLength < 1 || textLength > Draft.MAX_LENGTH) {
			throw new IllegalArgumentException("hubbub.text-length must be 1 to " + Draft.MAX_LENGTH);
		}
	}

}
