package chat.hubbub.setting;

import org.jspecify.annotations.Nullable;

/**
 * The settings of the server at one moment.
 *
 * @param name the name of the server, which people see
 * @param guests whether people may chat without an account
 * @param signUp the people who may create an account
 * @param icon the address of the icon of the server; {@code null} for the one of Hubbub
 */
public record ServerSettings(String name, boolean guests, SignUp signUp, @Nullable String icon) {

	/**
	 * The part that people see.
	 * @return the name and the icon
	 */
	public ServerFace face() {
		return new ServerFace(this.name, this.icon);
	}

}
