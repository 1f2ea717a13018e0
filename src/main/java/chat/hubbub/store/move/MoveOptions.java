package chat.hubbub.store.move;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import chat.hubbub.store.StoreUnusable;

/**
 * The command line of a move, and the user of PostgreSQL from the environment.
 *
 * @param from the JDBC address of the source
 * @param to the JDBC address of the target
 * @param login the user of the one that is of PostgreSQL
 */
record MoveOptions(String from, String to, Login login) {

	private static final String USAGE = "Say what to move: java -jar hubbub.jar move"
			+ " --from=jdbc:sqlite:FILE --to=jdbc:postgresql://HOST/DATABASE, or the other way round.";

	private static final String FILE = "--password-file";

	private static final Set<String> KNOWN = Set.of("--from", "--to", FILE);

	private static final Pattern PASSWORD = Pattern.compile(".*([?&]password=|//[^/]*:[^/]*@).*");

	/**
	 * Reads a command line.
	 * @param arguments the words after {@code move}
	 * @param environment the environment of the process
	 * @throws StoreUnusable if it is not complete
	 */
	static MoveOptions of(String[] arguments, Map<String, String> environment) {
		Map<String, String> options = new HashMap<>();
		for (String argument : arguments) {
			String[] parts = argument.split("=", 2);
			if (parts.length < 2 || !KNOWN.contains(parts[0])) {
				throw new StoreUnusable(USAGE);
			}
			options.put(parts[0], parts[1]);
		}
		if (Arrays.stream(arguments).anyMatch((argument) -> PASSWORD.matcher(argument).matches())) {
			throw new StoreUnusable("Other users of this machine can read a password in a command: put it into"
					+ " SPRING_DATASOURCE_PASSWORD, or into a file that --password-file names.");
		}
		String from = options.getOrDefault("--from", "");
		String to = options.getOrDefault("--to", "");
		boolean there = isSqlite(from) && isPostgreSql(to);
		boolean back = isPostgreSql(from) && isSqlite(to);
		if (!there && !back) {
			throw new StoreUnusable(USAGE);
		}
		return new MoveOptions(from, to,
				new Login(environment.get("SPRING_DATASOURCE_USERNAME"), password(options.get(FILE), environment)));
	}

	private static @Nullable String password(@Nullable String file, Map<String, String> environment) {
		if (file == null) {
			return environment.get("SPRING_DATASOURCE_PASSWORD");
		}
		try {
			return Files.readString(Path.of(file)).strip();
		}
		catch (IOException ex) {
			throw new StoreUnusable("The file " + file + " cannot be read: correct --password-file.", ex);
		}
	}

	/** The source. */
	Side source() {
		return side(this.from);
	}

	/** The target. */
	Side target() {
		return side(this.to);
	}

	private Side side(String url) {
		return isSqlite(url) ? new SqliteSide(url) : new PostgreSqlSide(url, this.login);
	}

	private static boolean isSqlite(String url) {
		return url.startsWith("jdbc:sqlite:");
	}

	private static boolean isPostgreSql(String url) {
		return url.startsWith("jdbc:postgresql:");
	}

}
