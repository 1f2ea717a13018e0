package chat.hubbub.transport;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** {@link RefusedOrigins} */
@ExtendWith(OutputCaptureExtension.class)
class RefusedOriginsTests {

	private static final String OWN = "http://localhost:8080";

	private final RefusedOrigins refused = new RefusedOrigins(new EdgeProperties(List.of(), List.of(), false));

	@Test
	void namesThePageAndTheSettingsOnce(CapturedOutput log) {
		this.refused.tell("https://chat.example", OWN, "127.0.0.1");
		this.refused.tell("https://chat.example", OWN, "127.0.0.1");
		assertThat(log).containsOnlyOnce("https://chat.example may not connect")
			.contains(OWN, "hubbub.trusted-proxies=127.0.0.1.", "hubbub.origins=https://chat.example allows it");
	}

	@Test
	void namesNoAddressThatMayBeAVisitors(CapturedOutput log) {
		this.refused.tell("https://chat.example", OWN, "192.0.2.1");
		assertThat(log).contains("hubbub.trusted-proxies=the proxy's address").doesNotContain("192.0.2.1");
		EdgeProperties trusting = new EdgeProperties(List.of(), List.of("10.0.0.1"), false);
		new RefusedOrigins(trusting).tell("https://other.example", OWN, "10.0.0.9");
		assertThat(log).doesNotContain("10.0.0.9");
	}

	@Test
	void offersNoSettingThatWouldBeRefused(CapturedOutput log) {
		this.refused.tell("null", OWN, "127.0.0.1");
		assertThat(log).contains("\"null\" may not connect").doesNotContain("hubbub.origins=");
	}

	@Test
	void cutsAndCleansWhatAClientSays(CapturedOutput log) {
		this.refused.tell("https://a\u001b[31m\r\n\"é" + "x".repeat(1000), "http://h\"\n:1", "127.0.0.1");
		assertThat(log).contains("https://a?[31m???" + "?xxx").doesNotContain("x".repeat(90), "\u001b[31m\r\n\"é");
		assertThat(log.getAll().lines().filter((line) -> line.contains("may not connect"))).hasSize(1);
	}

	@Test
	void namesABoundedNumber(CapturedOutput log) {
		for (int i = 0; i < 10 * RefusedOrigins.MOST; i++) {
			this.refused.tell("https://" + i + ".example", OWN, "127.0.0.1");
		}
		assertThat(log.getAll().lines().filter((line) -> line.contains("may not connect")))
			.hasSize(RefusedOrigins.MOST);
	}

}
