package chat.hubbub.avatar;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of pictures, at most one for each account. Thread-safe. */
@Repository
class AvatarStore {

	private final JdbcClient jdbc;

	private final Clock clock;

	AvatarStore(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The addresses of all pictures, by the number of their account. */
	Map<Long, String> addresses() {
		Map<Long, String> addresses = new HashMap<>();
		this.jdbc.sql("""
				select account, address from avatar join account on account.id = avatar.account
				where account.deleted_at is null""").query((row) -> {
			addresses.put(row.getLong("account"), row.getString("address"));
		});
		return addresses;
	}

	/** The address of an account's picture, if it has one. */
	Optional<String> address(long account) {
		return this.jdbc.sql("select address from avatar where account = ?")
			.param(account)
			.query(String.class)
			.optional();
	}

	/** The account that has the picture at an address, if there is one. */
	Optional<Long> account(String address) {
		return this.jdbc.sql("select account from avatar where address = ?")
			.param(address)
			.query(Long.class)
			.optional();
	}

	Optional<Avatar> find(String address) {
		return this.jdbc.sql("select type, image from avatar where address = ?")
			.param(address)
			.query((row, number) -> new Avatar(row.getString("type"), row.getBytes("image")))
			.optional();
	}

	/** Stores a picture in place of the former one, unless the account was deleted. */
	boolean put(long account, String address, Avatar avatar) {
		return this.jdbc.sql("""
				insert into avatar (account, address, type, image, changed_at)
				select id, :address, :type, :image, :now from account where id = :account and deleted_at is null
				on conflict (account) do update set address = excluded.address, type = excluded.type,
					image = excluded.image, changed_at = excluded.changed_at""")
			.param("account", account)
			.param("address", address)
			.param("type", avatar.type())
			.param("image", avatar.image())
			.param("now", this.clock.millis())
			.update() > 0;
	}

	boolean delete(long account) {
		return this.jdbc.sql("delete from avatar where account = ?").param(account).update() > 0;
	}

}
