package chat.hubbub.account.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import chat.hubbub.account.AccessToken;
import chat.hubbub.account.Account;
import chat.hubbub.account.Secret;
import chat.hubbub.store.Ids;

/** The table of access tokens. Thread-safe. */
@Repository
class AccessTokenStore {

	private final JdbcClient jdbc;

	private final Ids ids;

	AccessTokenStore(JdbcClient jdbc, Ids ids) {
		this.jdbc = jdbc;
		this.ids = ids;
	}

	/** All tokens, by the hashes of their secrets. */
	Map<String, AccessToken> all() {
		Map<String, AccessToken> tokens = new HashMap<>();
		this.jdbc.sql("select id, name, account, epoch, created_at, expires_at, secret from access_token")
			.query((row) -> {
				tokens.put(row.getString("secret"), token(row));
			});
		return tokens;
	}

	/** A token with the hash of its secret as the key; empty if it was revoked. */
	Map<String, AccessToken> find(long id) {
		Map<String, AccessToken> found = new HashMap<>();
		this.jdbc.sql("""
				select id, name, account, epoch, created_at, expires_at, secret from access_token
				where id = :id""").param("id", id).query((row) -> {
			found.put(row.getString("secret"), token(row));
		});
		return found;
	}

	/** Stores a token, or returns empty if the account has the maximum number. */
	Optional<AccessToken> insert(Account account, String name, Secret secret, Instant now, Instant expiresAt) {
		long id = this.ids.next("access_token");
		return this.jdbc.sql("""
				insert into access_token (id, account, epoch, name, secret, created_at, expires_at)
				select :id, :account, :epoch, :name, :secret, :now, :expires
				where (select count(*) from access_token where account = :account) < :max
				returning id, name, account, epoch, created_at, expires_at""")
			.param("id", id)
			.param("account", account.id())
			.param("epoch", account.epoch())
			.param("name", name)
			.param("secret", secret.hash())
			.param("now", now.toEpochMilli())
			.param("expires", expiresAt.toEpochMilli())
			.param("max", AccessTokens.MAX_TOKENS)
			.query((row, number) -> token(row))
			.optional();
	}

	void delete(long id) {
		this.jdbc.sql("delete from access_token where id = :id").param("id", id).update();
	}

	/** Deletes the tokens of an account from before an epoch. */
	void delete(Account account, long epoch) {
		this.jdbc.sql("delete from access_token where account = :account and epoch < :epoch")
			.param("account", account.id())
			.param("epoch", epoch)
			.update();
	}

	/**
	 * Deletes the tokens that were created under another password, or whose account was
	 * deleted.
	 */
	void deleteStale() {
		this.jdbc
			.sql("""
					delete from access_token where not exists (select 1 from account
					where account.id = access_token.account and account.epoch = access_token.epoch and deleted_at is null)""")
			.update();
	}

	private static AccessToken token(ResultSet row) throws SQLException {
		return new AccessToken(row.getLong("id"), row.getString("name"), row.getLong("account"), row.getLong("epoch"),
				Instant.ofEpochMilli(row.getLong("created_at")), Instant.ofEpochMilli(row.getLong("expires_at")));
	}

}
