package chat.hubbub.account.invite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import chat.hubbub.account.Role;
import chat.hubbub.account.Secret;
import chat.hubbub.store.Ids;

/** The table of invitations. Thread-safe. */
@Repository
class InviteStore {

	private static final String COLUMNS = "id, role, created_by, created_at, expires_at, used_by";

	private final JdbcClient jdbc;

	private final Ids ids;

	InviteStore(JdbcClient jdbc, Ids ids) {
		this.jdbc = jdbc;
		this.ids = ids;
	}

	Invite insert(Secret secret, Role role, @Nullable Long by, Instant now, Instant expiresAt) {
		long id = this.ids.next("invite");
		this.jdbc.sql("""
				insert into invite (id, secret, role, created_by, created_at, expires_at)
				values (:id, :secret, :role, :by, :now, :expires)""")
			.param("id", id)
			.param("secret", secret.hash())
			.param("role", role.name())
			.param("by", by)
			.param("now", now.toEpochMilli())
			.param("expires", expiresAt.toEpochMilli())
			.update();
		return new Invite(id, role, by, now, expiresAt, null);
	}

	Optional<Invite> find(Secret secret) {
		return this.jdbc.sql("select " + COLUMNS + " from invite where secret = :secret")
			.param("secret", secret.hash())
			.query(InviteStore::invite)
			.optional();
	}

	/**
	 * The invitations with a number below {@code before}, the newest first, without those
	 * of first admins.
	 */
	List<Invitation> page(long before, int limit) {
		return this.jdbc.sql("""
				select invite.id, creator.name as creator, invite.created_at, invite.expires_at, guest.name as guest
				from invite join account creator on creator.id = invite.created_by
				left join account guest on guest.id = invite.used_by
				where invite.id < :before order by invite.id desc limit :limit""")
			.param("before", before)
			.param("limit", limit)
			.query((row, number) -> new Invitation(row.getLong("id"), row.getString("creator"),
					Instant.ofEpochMilli(row.getLong("created_at")), Instant.ofEpochMilli(row.getLong("expires_at")),
					row.getString("guest")))
			.list();
	}

	/**
	 * Uses an invitation and returns whether it was valid; in one step, because two
	 * people may try at once.
	 */
	boolean use(Secret secret, long account, Instant now) {
		return this.jdbc.sql("""
				update invite set used_by = :account
				where secret = :secret and used_by is null and expires_at > :now""")
			.param("account", account)
			.param("secret", secret.hash())
			.param("now", now.toEpochMilli())
			.update() == 1;
	}

	/** Deletes an unused invitation and returns whether there was one. */
	boolean delete(long id) {
		return this.jdbc.sql("delete from invite where id = :id and used_by is null").param("id", id).update() == 1;
	}

	void deleteFirstAdmins() {
		this.jdbc.sql("delete from invite where created_by is null and used_by is null").update();
	}

	private static Invite invite(ResultSet row, int number) throws SQLException {
		return new Invite(row.getLong("id"), Role.valueOf(row.getString("role")), number(row, "created_by"),
				Instant.ofEpochMilli(row.getLong("created_at")), Instant.ofEpochMilli(row.getLong("expires_at")),
				number(row, "used_by"));
	}

	private static @Nullable Long number(ResultSet row, String column) throws SQLException {
		long number = row.getLong(column);
		return row.wasNull() ? null : number;
	}

}
