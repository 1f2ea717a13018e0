package chat.hubbub.store.move;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MoveOptionsTests {

	private static final String FROM = "--from=jdbc:sqlite:/data/hubbub.db";

	private static final String TO = "--to=jdbc:postgresql://localhost/hubbub";

	@TempDir
	private Path folder;

	@Test
	void readsTheUserFromTheEnvironment() {
		Login login = MoveOptions
			.of(new String[] { FROM, TO },
					Map.of("SPRING_DATASOURCE_USERNAME", "hubbub", "SPRING_DATASOURCE_PASSWORD", "secret"))
			.login();
		assertThat(login).isEqualTo(new Login("hubbub", "secret"));
		assertThat(login.toString()).doesNotContain("secret");
	}

	@Test
	void readsThePasswordFromAFile() throws IOException {
		Path file = Files.writeString(this.folder.resolve("password"), "secret\n");
		assertThat(MoveOptions.of(new String[] { FROM, TO, "--password-file=" + file }, Map.of()).login().password())
			.isEqualTo("secret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", FROM, TO, FROM + " --to=jdbc:sqlite:other.db", FROM + " --to=jdbc:mysql://localhost/x",
			FROM + " --to=postgresql://localhost/hubbub", FROM + " " + TO + " --force", FROM + " " + TO + " yes" })
	void saysHowToUseIt(String line) {
		assertThat(refusal(line)).startsWith("Say what to move: java -jar hubbub.jar move --from=").hasLineCount(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?password=secret", "?user=ada&password=secret" })
	void refusesAPasswordInTheCommand(String parameters) {
		assertThat(refusal(FROM + " " + TO + parameters)).startsWith("Other users of this machine can read a password")
			.doesNotContain("secret");
		assertThat(refusal(FROM + " --to=jdbc:postgresql://ada:secret@localhost/hubbub"))
			.startsWith("Other users of this machine");
	}

	@Test
	void needsTheFileWithThePassword() {
		assertThat(refusal(FROM + " " + TO + " --password-file=" + this.folder.resolve("missing")))
			.contains("missing cannot be read: correct --password-file.");
	}

	private static String refusal(String line) {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		PrintStream printed = new PrintStream(output, true, StandardCharsets.UTF_8);
		String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");
		assertThat(Move.run(arguments, Map.of(), printed, printed)).isEqualTo(1);
		return output.toString(StandardCharsets.UTF_8);
	}

}
