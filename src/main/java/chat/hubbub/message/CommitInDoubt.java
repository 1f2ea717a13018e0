package chat.hubbub.message;

/**
 * The answer to the COMMIT of a transaction was lost. Whether it is stored is known when
 * the database is back.
 */
@SuppressWarnings("serial")
final class CommitInDoubt extends RuntimeException {

	private final transient Commit commit;

	CommitInDoubt(Commit commit, Throwable cause) {
		super(cause);
		this.commit = commit;
	}

	/** The finished commit, if it is stored. */
	Commit commit() {
		return this.commit;
	}

}
