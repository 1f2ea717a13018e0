package chat.hubbub.webhook.outgoing;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTests {

	/** {@code printf '1700000000.BODY' | openssl dgst -sha256 -hmac 'hook_secret'} */
	@Test
	void isThatOfOpenSsl() {
		byte[] body = "{\"text\":\"ü\"}".getBytes(StandardCharsets.UTF_8);
		assertThat(Signature.of("hook_secret", "1700000000", body))
			.isEqualTo("v1=a5f5d27ee10c5b61c95031223b4b4befdf499f66a2a39d85dcef12867acd2dba");
	}

}
