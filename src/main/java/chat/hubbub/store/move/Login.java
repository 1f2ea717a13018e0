package chat.hubbub.store.move;

import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * The user of a database of PostgreSQL.
 *
 * @param user the user's name; {@code null} for the one in the address, or the driver's
 * default
 * @param password the password; {@code null} for none, or the one that the driver finds
 */
record Login(@Nullable String user, @Nullable String password) {

	/** The properties of a connection of the driver. */
	Properties properties() {
		Properties properties = new Properties();
		set(properties, "user", this.user);
		set(properties, "password", this.password);
		set(properties, "connectTimeout", "3");
		set(properties, "tcpKeepAlive", "true");
		// No values of rows in sentences, and one statement for the rows of a batch.
		set(properties, "logServerErrorDetail", "false");
		set(properties, "reWriteBatchedInserts", "true");
		return properties;
	}

	private static void set(Properties properties, String name, @Nullable String value) {
		if (value != null) {
			properties.setProperty(name, value);
		}
	}

	@Override
	public String toString() {
		return "Login of " + this.user;
	}

}
