package chat.hubbub.moderation;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokenTable;
import chat.hubbub.fixture.BrokerServer;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ends a transaction while it writes into the audit log, like a power failure: its
 * changes are gone, and earlier ones stay.
 */
final class CutOff {

	private static final List<String> TABLES = List.of("topic", "topic_member", "event", "message", "sanction",
			"account", "account_look", "access_token", "invite", "audit");

	private final JdbcTemplate database;

	CutOff(BrokerServer server) {
		this.database = server.bean(JdbcTemplate.class);
	}

	/** Does something that is cut off, which leaves no trace, and then does it. */
	@SuppressWarnings("try")
	void fails(Supplier<Api.Answer> act) {
		Map<String, String> before = tables();
		try (BrokenTable audit = new BrokenTable(this.database, "insert on audit")) {
			assertThat(act.get().code()).isEqualTo("store.unavailable");
		}
		assertThat(tables()).isEqualTo(before);
		assertThat(act.get().status()).isBetween(200, 204);
		assertThat(tables().get("audit")).isNotEqualTo(before.get("audit"));
	}

	private Map<String, String> tables() {
		return TABLES.stream()
			.collect(Collectors.toMap((table) -> table,
					(table) -> this.database.queryForList("select * from " + table).toString()));
	}

}
