package chat.hubbub.stomp;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StompFrameTests {

	@Test
	void isWrittenInTheOrderOfItsHeaders() {
		StompFrame frame = StompFrame.of("RECEIPT").with("receipt-id", "7").with("server", "Hubbub");
		assertThat(text(frame, StompVersion.V1_2)).isEqualTo("RECEIPT\nreceipt-id:7\nserver:Hubbub\n\n\0");
	}

	@Test
	void leavesOutAHeaderWithoutAValue() {
		assertThat(text(StompFrame.of("ERROR").with("receipt-id", null), StompVersion.V1_2)).isEqualTo("ERROR\n\n\0");
	}

	@Test
	void saysTheLengthOfItsBodyInBytes() {
		StompFrame frame = StompFrame.of("ERROR").withBody("text/plain", "Tee für 👋".getBytes(StandardCharsets.UTF_8));
		assertThat(text(frame, StompVersion.V1_2))
			.isEqualTo("ERROR\ncontent-type:text/plain\ncontent-length:13\n\nTee für 👋\0");
	}

	@ParameterizedTest
	@CsvSource({ "V1_2,a\\cb\\\\", "V1_1,a\\cb\\\\", "V1_0,a:b\\" })
	void escapesAsItsVersionDoes(StompVersion version, String escaped) {
		assertThat(text(StompFrame.of("RECEIPT").with("receipt-id", "a:b\\"), version))
			.isEqualTo("RECEIPT\nreceipt-id:" + escaped + "\n\n\0");
	}

	@Test
	void escapesNothingInConnected() {
		assertThat(text(StompFrame.of("CONNECTED").with("session", "a:b"), StompVersion.V1_2))
			.isEqualTo("CONNECTED\nsession:a:b\n\n\0");
	}

	private static String text(StompFrame frame, StompVersion version) {
		return new String(frame.encode(version), StandardCharsets.UTF_8);
	}

}
