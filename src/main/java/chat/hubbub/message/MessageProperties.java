package chat.hubbub.message;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of a message.
 *
 * @param textLength how many characters (code points) a text may have
 */
@ConfigurationProperties("hubbub")
public record MessageProperties(@DefaultValue("20000") int textLength) {

	/**
	 * Checks the settings.
	 * @throws IllegalArgumentException if a text could have no character, or more than
	 * fit into a frame
	 */
	public MessageProperties {
		if (textLength < 1 || textLength > Draft.MAX_LENGTH) {
			throw new IllegalArgumentException("hubbub.text-length must be 1 to " + Draft.MAX_LENGTH);
		}
	}

}
