package chat.hubbub.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the documentation, whose code blocks can be tried. The comment
 * {@code <!-- tried: NAME -->} stands right before a block that a test runs.
 */
final class Markdown {

	private final Path page;

	Markdown(String page) {
		this.page = Path.of(page);
	}

	/** The text between the fences, with the line break at its end. */
	String block(String name) {
		Matcher block = Pattern
			.compile("^<!-- tried: " + Pattern.quote(name) + " -->\n+```\\w+\n(.*?)^```$",
					Pattern.MULTILINE | Pattern.DOTALL)
			.matcher(text());
		if (!block.find()) {
			throw new AssertionError(this.page + " has no code block <!-- tried: " + name + " -->");
		}
		return block.group(1);
	}

	/** The same with the ports of another server. */
	String block(String name, RunningServer server) {
		return block(name).replaceAll("\\b8080\\b", Integer.toString(server.port()))
			.replaceAll("\\b61613\\b", Integer.toString(server.stompPort()));
	}

	String text() {
		try {
			return Files.readString(this.page);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
