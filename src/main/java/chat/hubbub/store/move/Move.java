package chat.hubbub.store.move;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import org.springframework.boot.logging.LoggingSystem;

import chat.hubbub.store.StoreFailure;
import chat.hubbub.store.StoreUnusable;

/**
 * The command that moves all data from a file of SQLite to an empty database of
 * PostgreSQL, or back. The source stays as it is.
 */
public final class Move {

	/** The command, in place of the settings of a server. */
	public static final String COMMAND = "move";

	private static final int FAILED = 1;

	private Move() {
	}

	/**
	 * Runs a command line in a process of its own, which logs nothing. The output has the
	 * proof of equality, or one sentence if nothing was moved.
	 * @param arguments the words after {@link #COMMAND}
	 * @return the status of the process
	 */
	public static int run(String[] arguments) {
		LoggingSystem.get(Move.class.getClassLoader()).beforeInitialize();
		return run(arguments, System.getenv(), System.out, System.err);
	}

	static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
		try {
			MoveOptions options = MoveOptions.of(arguments, environment);
			try (Side source = options.source(); Side target = options.target()) {
				move(source, target, out);
			}
			return 0;
		}
		catch (StoreUnusable ex) {
			err.println(ex.getMessage());
			return FAILED;
		}
	}

	private static void move(Side source, Side target, PrintStream out) {
		Connection from = at(source, source::openSource);
		try {
			Connection to = at(target, target::openTarget);
			Proof proof = at(source, () -> new Transfer(from, to, source, target).run());
			at(target, target::complete);
			proof.print(out, source.name(), target.name());
		}
		catch (RuntimeException | Error ex) {
			discard(target, ex);
			throw ex;
		}
	}

	private static void discard(Side target, Throwable cause) {
		try {
			at(target, target::discard);
		}
		catch (RuntimeException ex) {
			cause.addSuppressed(ex);
		}
	}

	/** An act that may fail because of a database. */
	@FunctionalInterface
	interface Act<T> {

		T run() throws SQLException, IOException;

	}

	/**
	 * Does something at one of the databases.
	 * @throws StoreUnusable with a sentence if it fails
	 */
	static <T> T at(Side side, Act<T> act) {
		try {
			return act.run();
		}
		catch (StoreUnusable ex) {
			throw ex;
		}
		catch (SQLException | IOException | RuntimeException ex) {
			throw new StoreUnusable(StoreFailure.explain(ex, side.name())
				.orElseGet(() -> "The database " + side.name() + " failed: " + ex.getMessage() + "."), ex);
		}
	}

}
