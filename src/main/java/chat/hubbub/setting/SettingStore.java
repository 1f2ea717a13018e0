package chat.hubbub.setting;

import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the settings that admins have chosen. Thread-safe. */
@Repository
public class SettingStore {

	static final String NAME = "name";

	static final String GUESTS = "guests";

	static final String SIGN_UP = "sign-up";

	static final String ICON = "icon";

	private final JdbcClient jdbc;

	/** The table of one database. */
	public SettingStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All chosen settings, by their names. */
	Map<String, String> all() {
		Map<String, String> all = new HashMap<>();
		this.jdbc.sql("select name, value from server_setting").query((row) -> {
			all.put(row.getString("name"), row.getString("value"));
		});
		return all;
	}

	void remove(String name) {
		this.jdbc.sql("delete from server_setting where name = ?").param(name).update();
	}

	void put(String name, String value) {
		this.jdbc.sql("""
				insert into server_setting (name, value) values (:name, :value)
				on conflict (name) do update set value = excluded.value""")
			.param("name", name)
			.param("value", value)
			.update();
	}

}
