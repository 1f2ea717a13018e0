package chat.hubbub.web;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import chat.hubbub.HubbubApplication;
import chat.hubbub.fixture.Api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** {@link Welcome} */
@ExtendWith(OutputCaptureExtension.class)
class WelcomeIntegrationTests {

	@TempDir
	private Path data;

	@Test
	void theLastLineOfTheStartIsTheAddressOfThePage(CapturedOutput output) {
		try (var server = SpringApplication.run(HubbubApplication.class, "--server.port=0",
				"--hubbub.data=" + this.data, "--logging.level.root=info")) {
			int port = ((WebServerApplicationContext) server).getWebServer().getPort();
			assertThat(output.getOut().lines()).last()
				.asString()
				.endsWith("Hubbub is up: open http://localhost:" + port);
		}
	}

	@Test
	void theLogHasTheLinkOfTheFirstAdminWhileThereIsNone(CapturedOutput output) {
		try (var server = SpringApplication.run(HubbubApplication.class, "--server.port=0",
				"--hubbub.data=" + this.data)) {
			int port = ((WebServerApplicationContext) server).getWebServer().getPort();
			Matcher link = Pattern.compile("http://localhost:" + port + "/start#(\\S{43})").matcher(output.getOut());
			assertThat(link.find()).isTrue();
			String account = "{\"name\":\"ada\",\"password\":\"correct horse\",\"invite\":\"" + link.group(1) + "\"}";
			assertThat(new Api(port).post("/api/accounts", account).body()).contains("\"role\":\"admin\"");
		}
		int before = output.getOut().length();
		SpringApplication.run(HubbubApplication.class, "--server.port=0", "--hubbub.data=" + this.data).close();
		assertThat(output.getOut().substring(before)).contains("Hubbub is up").doesNotContain("start#");
	}

}
