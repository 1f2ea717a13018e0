package chat.hubbub.limit;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of known addresses and of the key of their hashes. Thread-safe. */
@Repository
class KnownAddressStore {

	/** The maximum number of addresses of one account. */
	static final int MAX_PER_ACCOUNT = 20;

	private static final int KEY_BYTES = 32;

	private final JdbcClient jdbc;

	KnownAddressStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The server's key, created at the first call. */
	byte[] key() {
		byte[] random = new byte[KEY_BYTES];
		new SecureRandom().nextBytes(random);
		this.jdbc.sql("insert into known_address_key (id, hex) values (1, :hex) on conflict do nothing")
			.param("hex", HexFormat.of().formatHex(random))
			.update();
		return HexFormat.of()
			.parseHex(this.jdbc.sql("select hex from known_address_key where id = 1").query(String.class).single());
	}

	Optional<Instant> seen(long account, String address) {
		return this.jdbc.sql("select seen_at from known_address where account = :account and address = :address")
			.param("account", account)
			.param("address", address)
			.query(Long.class)
			.optional()
			.map(Instant::ofEpochMilli);
	}

	void note(long account, String address, Instant now) {
		this.jdbc.sql("""
				insert into known_address (account, address, seen_at) values (:account, :address, :now)
				on conflict (account, address) do update set seen_at = excluded.seen_at""")
			.param("account", account)
			.param("address", address)
			.param("now", now.toEpochMilli())
			.update();
	}

	/**
	 * Deletes addresses that were last used before that time, and all except the newest
	 * ones.
	 */
	void prune(long account, Instant oldest) {
		this.jdbc.sql("""
				delete from known_address where account = :account and (seen_at < :oldest or address not in (
				    select address from known_address where account = :account
				    order by seen_at desc, address limit :most))""")
			.param("account", account)
			.param("oldest", oldest.toEpochMilli())
			.param("most", MAX_PER_ACCOUNT)
			.update();
	}

	void forget(long account) {
		this.jdbc.sql("delete from known_address where account = :account").param("account", account).update();
	}

}
