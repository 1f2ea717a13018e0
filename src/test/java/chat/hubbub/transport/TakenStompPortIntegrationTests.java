package chat.hubbub.transport;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;

import chat.hubbub.HubbubApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** Another program has the port of STOMP over TCP. */
@ExtendWith(OutputCaptureExtension.class)
class TakenStompPortIntegrationTests {

	@TempDir
	private Path data;

	@Test
	void stopsTheStartAndNamesTheSettingToChange(CapturedOutput output) throws IOException {
		try (ServerSocket other = new ServerSocket(0)) {
			int port = other.getLocalPort();
			assertThatException().isThrownBy(() -> SpringApplication.run(HubbubApplication.class, "--server.port=0",
					"--hubbub.data=" + this.data, "--hubbub.stomp.port=" + port));
			assertThat(output).contains("The port " + port + " for STOMP over TCP cannot be opened.",
					"set hubbub.stomp.port to another one");
		}
	}

}
