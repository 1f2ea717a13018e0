package chat.hubbub.account.provider;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import chat.hubbub.account.Account;

/** The table of the accounts' identities at providers. Thread-safe. */
@Repository
class IdentityStore {

	private final JdbcClient jdbc;

	IdentityStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Returns the number of the account, or empty without one. */
	Optional<Long> find(Identity identity) {
		return this.jdbc.sql("select account from account_identity where issuer = :issuer and subject = :subject")
			.param("issuer", identity.issuer())
			.param("subject", identity.subject())
			.query(Long.class)
			.optional();
	}

	void insert(Identity identity, Account account) {
		this.jdbc.sql("insert into account_identity (issuer, subject, account) values (:issuer, :subject, :account)")
			.param("issuer", identity.issuer())
			.param("subject", identity.subject())
			.param("account", account.id())
			.update();
	}

}
