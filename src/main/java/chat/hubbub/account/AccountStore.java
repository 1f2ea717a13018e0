package chat.hubbub.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import chat.hubbub.store.Ids;

/** The tables of accounts and of the skeletons of their names. Thread-safe. */
@Repository
public class AccountStore {

	private final JdbcClient jdbc;

	private final Ids ids;

	/** The tables of one database, and its ids. */
	public AccountStore(JdbcClient jdbc, Ids ids) {
		this.jdbc = jdbc;
		this.ids = ids;
	}

	List<Account> all() {
		return this.jdbc.sql("select id, name, role, epoch from account where deleted_at is null")
			.query(AccountStore::account)
			.list();
	}

	/** Returns an account; empty if it does not exist. */
	Optional<Account> find(long id) {
		return this.jdbc.sql("select id, name, role, epoch from account where id = :id and deleted_at is null")
			.param("id", id)
			.query(AccountStore::account)
			.optional();
	}

	List<Registered> page(long after, int limit) {
		return this.jdbc.sql("""
				select id, name, role, created_at from account
				where id > :after and deleted_at is null order by id limit :limit""")
			.param("after", after)
			.param("limit", limit)
			.query((row, number) -> Registered.of(row.getLong("id"), row.getString("name"),
					Role.valueOf(row.getString("role")), Instant.ofEpochMilli(row.getLong("created_at"))))
			.list();
	}

	/**
	 * Stores a new account; to be called in a transaction.
	 * @throws DuplicateKeyException if the name is taken or looks like a taken one
	 */
	Account insert(Username name, @Nullable String password, Role role, Instant now) {
		long id = this.ids.next("account");
		this.jdbc.sql("""
				insert into account (id, name, name_key, role, password, created_at)
				values (:id, :name, :key, :role, :password, :now)""")
			.param("id", id)
			.param("name", name.value())
			.param("key", name.key())
			.param("role", role.name())
			.param("password", password)
			.param("now", now.toEpochMilli())
			.update();
		name.looks()
			.forEach((look) -> this.jdbc.sql("insert into account_look (look, account) values (:look, :account)")
				.param("look", look)
				.param("account", id)
				.update());
		return new Account(id, name, role, 0);
	}

	Optional<String> password(long id) {
		return this.jdbc.sql("select password from account where id = :id and password is not null")
			.param("id", id)
			.query(String.class)
			.optional();
	}

	/** Returns the new epoch, or empty if there is no such account. */
	Optional<Long> changePassword(long id, String password) {
		return this.jdbc.sql("""
				update account set password = :password, epoch = epoch + 1
				where id = :id and deleted_at is null
				returning epoch""").param("password", password).param("id", id).query(Long.class).optional();
	}

	/**
	 * Whether an account is the only admin. Until the end of the caller's transaction, no
	 * other one can take the role from an admin.
	 */
	boolean isLastAdmin(long id) {
		List<Long> admins = this.jdbc.sql("""
				update account set role = role where role = 'ADMIN' and deleted_at is null returning id""")
			.query(Long.class)
			.list();
		return admins.equals(List.of(id));
	}

	void changeRole(long id, Role role) {
		this.jdbc.sql("update account set role = :role where id = :id")
			.param("role", role.name())
			.param("id", id)
			.update();
	}

	/** The deleted accounts whose deletion is not complete. */
	List<Account> leaving() {
		return this.jdbc.sql("select id, leaving as name, role, epoch from account where leaving is not null")
			.query(AccountStore::account)
			.list();
	}

	/** Whether messages may still have the name of a deleted account. */
	boolean isLeaving(long id) {
		return this.jdbc.sql("select exists (select 1 from account where id = :id and leaving is not null)")
			.param("id", id)
			.query(Boolean.class)
			.single();
	}

	void endLeaving(long id) {
		this.jdbc.sql("update account set leaving = null where id = :id").param("id", id).update();
	}

	/**
	 * Deletes the person's data; to be called in a transaction.
	 * @return {@code false} if another node has deleted it just now
	 */
	boolean delete(Account account, Instant now) {
		boolean known = this.jdbc.sql("""
				update account
				set leaving = name, name = :name, name_key = null, password = null, language = null, deleted_at = :now
				where id = :id and deleted_at is null""")
			.param("name", account.nameAfterDeletion())
			.param("now", now.toEpochMilli())
			.param("id", account.id())
			.update() == 1;
		this.jdbc.sql("delete from account_look where account = :id").param("id", account.id()).update();
		this.jdbc.sql("delete from account_identity where account = :id").param("id", account.id()).update();
		return known;
	}

	private static Account account(ResultSet row, int number) throws SQLException {
		return new Account(row.getLong("id"), new Username(row.getString("name")), Role.valueOf(row.getString("role")),
				row.getLong("epoch"));
	}

}
