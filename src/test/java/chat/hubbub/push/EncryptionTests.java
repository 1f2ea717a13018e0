package chat.hubbub.push;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EncryptionTests {

	private static final String RECEIVER = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

	/** RFC 8291, appendix A. */
	@Test
	void isThatOfTheExample() {
		KeyPair sender = new KeyPair(
				Curve.publicKey(bytes(
						"BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
				Curve.privateKey(bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));
		byte[] body = Encryption.encrypt("When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8),
				0, Curve.publicKey(bytes(RECEIVER)), bytes("BTBZMqHH6r4Tts7J_aSIgg"), sender,
				bytes("DGv6ra1nlYgDCS1FRnbzlw"));
		assertThat(text(body)).isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIg"
				+ "Dll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNW"
				+ "QexSgSxsj_Qulcy4a-fN");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 1023, 1024, Encryption.MAX_LENGTH - 1, Encryption.MAX_LENGTH })
	void canBeReadByTheBrowserAlone(int length) {
		Receiver browser = new Receiver();
		byte[] message = "x".repeat(length).getBytes(StandardCharsets.UTF_8);
		byte[] body = Encryption.encrypt(message, browser.key(), browser.secret());
		assertThat(body).hasSizeLessThanOrEqualTo(4096);
		assertThat(browser.decrypt(body)).isEqualTo(message);
		assertThat(Encryption.encrypt(message, browser.key(), browser.secret())).isNotEqualTo(body);
	}

	@Test
	void hidesTheLengthOfShortMessages() {
		Receiver browser = new Receiver();
		assertThat(Encryption.encrypt(new byte[1], browser.key(), browser.secret()))
			.hasSameSizeAs(Encryption.encrypt(new byte[500], browser.key(), browser.secret()));
	}

	@Test
	void writesKeysAsItReadsThem() {
		for (int i = 0; i < 50; i++) {
			byte[] point = Curve.bytes((ECPublicKey) Curve.create().getPublic());
			assertThat(Curve.bytes(Curve.publicKey(point))).isEqualTo(point);
		}
	}

	@Test
	void refusesPointsThatAreNotOnTheCurve() {
		byte[] point = bytes(RECEIVER);
		point[64] ^= 1;
		assertThatIllegalArgumentException().isThrownBy(() -> Curve.publicKey(point));
		byte[] zero = new byte[65];
		zero[0] = 4;
		assertThatIllegalArgumentException().isThrownBy(() -> Curve.publicKey(zero));
		assertThatIllegalArgumentException().isThrownBy(() -> Curve.publicKey(new byte[33]));
	}

	private static byte[] bytes(String text) {
		return Base64.getUrlDecoder().decode(text);
	}

	private static String text(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
