package chat.hubbub.transport;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** {@link Origin} */
class OriginTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://example.org", "http://example.org:8080", "https://example.org:80",
			"http://localhost:3000", "http://127.0.0.1", "http://[::1]:81", "https://xn--bcher-kva.example",
			"https://a_b.example", "https://example.org.", "capacitor://localhost", "ionic://localhost",
			"tauri://localhost", "http://tauri.localhost", "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
			"moz-extension://0c9a5e4e-9d1c-4c0c-8f7b-3b1f0f6f2a11", "app://-" })
	void takesWhatBrowsersSend(String origin) {
		assertThat(Origin.checked(origin)).isEqualTo(origin);
		assertThat(Origin.checked(" " + origin + " ")).isEqualTo(origin);
		assertThat(Origin.isSent(origin)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "https://x:443,https://x", "http://x:80,http://x", "https://x:0444,https://x:444",
			"https://x:,https://x", "https://x/,https://x", "https://x/chat,https://x", "https://x?a,https://x",
			"https://x#a,https://x", "https://ada@x,https://x", "https://bücher.example,https://xn--bcher-kva.example",
			"https://straße.example:8443,https://xn--strae-oqa.example:8443",
			"https://日本.example,https://xn--wgv71a.example", "http://127.1,http://127.0.0.1",
			"http://[0:0::1],http://[::1]", "https://ex%41mple.org,https://example.org",
			"capacitor://localhost/,capacitor://localhost" })
	void saysWhatBrowsersSendInstead(String setting, String sent) {
		assertThatIllegalArgumentException().isThrownBy(() -> Origin.checked(setting))
			.withMessage("hubbub.origins has " + setting + ", which no browser sends: write " + sent);
		assertThat(Origin.isSent(setting)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "*", "", "example.org", "//example.org", "https://", "https://*.example.org",
			"https://x y", "https://x:99999", "file://", "file:///", "ws://x", "wss://x", "about:blank",
			"capacitor://" })
	void refusesWhatIsNoPages(String setting) {
		assertThatIllegalArgumentException().isThrownBy(() -> Origin.checked(setting))
			.withMessage("hubbub.origins has " + setting + ", which is not an origin such as https://example.org");
	}

}
