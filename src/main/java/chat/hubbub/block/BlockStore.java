package chat.hubbub.block;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of blocks. Thread-safe. */
@Repository
class BlockStore {

	private final JdbcClient jdbc;

	private final Clock clock;

	BlockStore(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** All blocks: the blocked accounts of each account. */
	Map<Long, Set<Long>> all() {
		Map<Long, Set<Long>> all = new HashMap<>();
		this.jdbc.sql("select account, blocked from block").query((row) -> {
			all.computeIfAbsent(row.getLong("account"), (account) -> new HashSet<>()).add(row.getLong("blocked"));
		});
		return all;
	}

	/** The accounts that an account has blocked. */
	Set<Long> of(long account) {
		return this.jdbc.sql("select blocked from block where account = ?").param(account).query(Long.class).set();
	}

	void insert(long account, long blocked) {
		this.jdbc.sql("insert into block (account, blocked, created_at) values (?, ?, ?) on conflict do nothing")
			.params(account, blocked, this.clock.millis())
			.update();
	}

	void delete(long account, long blocked) {
		this.jdbc.sql("delete from block where account = ? and blocked = ?").params(account, blocked).update();
	}

	/** Deletes the blocks by an account and of it. */
	void forget(long account) {
		this.jdbc.sql("delete from block where account = ? or blocked = ?").params(account, account).update();
	}

}
