package chat.hubbub.setting;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings in the configuration. They take precedence over those that admins choose.
 *
 * @param name the name of the server; {@code null} if admins choose it
 * @param signUp the people who may create an account; {@code null} if admins choose them
 * @param guests whether people may chat without an account; {@code null} if admins choose
 * it
 */
@ConfigurationProperties("hubbub")
public record SettingProperties(@Nullable String name, @Nullable SignUp signUp, @Nullable Boolean guests) {

	/** Checks the name. */
	public SettingProperties {
		name = (name != null) ? ServerName.checked(name) : null;
	}

	/** The names of the settings that admins cannot change. */
	List<String> fixed() {
		List<String> fixed = new ArrayList<>();
		if (this.name != null) {
			fixed.add(SettingStore.NAME);
		}
		if (this.guests != null) {
			fixed.add(SettingStore.GUESTS);
		}
		if (this.signUp != null) {
			fixed.add(SettingStore.SIGN_UP);
		}
		return List.copyOf(fixed);
	}

}
