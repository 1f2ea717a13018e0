package chat.hubbub.docs;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * External requirements of tests. Without one of them a test is skipped and says how to
 * get it; with {@code HUBBUB_TESTS_SKIP_NOTHING=true} it fails instead.
 */
public final class Needs {

	private static final Logger logger = LoggerFactory.getLogger(Needs.class);

	private static final boolean SKIP_NOTHING = "true".equals(System.getenv("HUBBUB_TESTS_SKIP_NOTHING"));

	private Needs() {
	}

	/**
	 * A command that must succeed, and otherwise the sentence that says how to make it
	 * succeed.
	 */
	public static void success(String remedy, Path folder, String... command) throws InterruptedException {
		if (isMet(folder, command)) {
			return;
		}
		String sentence = "This needs `" + String.join(" ", command) + "` to succeed: " + remedy;
		if (SKIP_NOTHING) {
			Assertions.fail(sentence);
		}
		logger.warn("A test is skipped. {}", sentence);
		Assumptions.abort(sentence);
	}

	/** Says whether a command succeeds, without skipping anything. */
	static boolean isMet(Path folder, String... command) throws InterruptedException {
		try {
			return new ProcessBuilder(command).directory(folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
