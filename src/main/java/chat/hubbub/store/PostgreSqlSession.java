package chat.hubbub.store;

/** How each connection of a running server to PostgreSQL begins. */
public final class PostgreSqlSession {

	/**
	 * The statements. They are no start-up parameters, because a pooler such as PgBouncer
	 * refuses or drops those.
	 * <p>
	 * A plan that was made while a table was small is kept until PostgreSQL has analysed
	 * the table, a minute or more later: it must not read the whole table. Without jit, a
	 * plan that has no other way is not compiled each time.
	 * <p>
	 * A process that stands still in a transaction holds locks for which others wait. So
	 * PostgreSQL ends the transaction, before the writers of other nodes take PostgreSQL
	 * for absent. A server computes for milliseconds between two statements. An upgrade
	 * of the tables and the command {@code move} compute for longer, and have connections
	 * without this limit.
	 */
	public static final String BEGIN = """
			set enable_seqscan = off; set jit = off;
			set idle_in_transaction_session_timeout = '5s'""";

	private PostgreSqlSession() {
	}

}
