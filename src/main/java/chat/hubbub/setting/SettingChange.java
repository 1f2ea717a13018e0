package chat.hubbub.setting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The wish to change settings of the server. A setting that is {@code null} stays.
 *
 * @param name the name of the server
 * @param guests whether people may chat without an account
 * @param signUp the people who may create an account: {@code open}, {@code invite} or
 * {@code closed}
 */
public record SettingChange(@Nullable String name, @Nullable Boolean guests, @Nullable String signUp) {

	/** The changed settings as they are stored, by their names. */
	Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		if (this.name != null) {
			values.put(SettingStore.NAME, ServerName.checked(this.name));
		}
		if (this.guests != null) {
			values.put(SettingStore.GUESTS, this.guests.toString());
		}
		if (this.signUp != null) {
			values.put(SettingStore.SIGN_UP, SignUp.of(this.signUp).toString());
		}
		return values;
	}

	/** Describes the values for the audit log. */
	static String toAudit(Map<String, String> values) {
		return values.entrySet()
			.stream()
			.map((value) -> value.getKey() + "=" + value.getValue())
			.collect(Collectors.joining(", "));
	}

}
