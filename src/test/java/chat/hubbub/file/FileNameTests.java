package chat.hubbub.file;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "notes.txt", "Grüße 👋.pdf", ".gitignore", "a..b", "数据.xlsx" })
	void keepsAName(String name) {
		assertThat(FileName.of(name)).isEqualTo(name);
	}

	@ParameterizedTest
	@CsvSource({ "../../etc/passwd, passwd", "'C:\\Windows\\evil.exe', evil.exe", "/, file", "a/b/, file", "., file",
			".., file", "'', file", "'   ', file", "'  tea.txt. ', tea.txt" })
	void takesFoldersAway(String given, String name) {
		assertThat(FileName.of(given)).isEqualTo(name);
	}

	@Test
	void takesAwayWhatIsNotSeen() {
		assertThat(FileName.of("a\r\nb\u0000\u2028.txt")).isEqualTo("ab.txt");
		assertThat(FileName.of("photo\u202Egpj.exe")).isEqualTo("photogpj.exe");
		assertThat(FileName.of("\uD83D.txt")).isEqualTo(".txt");
		assertThat(FileName.of("..\u202E/..\u0000/x")).isEqualTo("x");
		assertThat(FileName.of(null)).isEqualTo("file");
	}

	@Test
	void cutsALongNameBeforeItsExtension() {
		String name = FileName.of("é".repeat(200) + ".jpeg");
		assertThat(name).endsWith("é.jpeg");
		assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(254, 255);
		assertThat(FileName.of("👋".repeat(100)).getBytes(StandardCharsets.UTF_8)).hasSize(252);
		assertThat(FileName.of("a." + "b".repeat(300))).hasSize(255);
	}

}
