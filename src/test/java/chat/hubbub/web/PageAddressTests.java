package chat.hubbub.web;

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** {@link PageAddress} */
class PageAddressTests {

	private final MockEnvironment settings = new MockEnvironment();

	@Test
	void isOnThisMachineByDefault() {
		assertThat(address()).isEqualTo("http://localhost:8080");
	}

	@Test
	void isOnThisMachineWhenTheServerListensToAllAddresses() {
		this.settings.setProperty("server.address", "0.0.0.0");
		assertThat(address()).isEqualTo("http://localhost:8080");
		this.settings.setProperty("server.address", "::");
		assertThat(address()).isEqualTo("http://localhost:8080");
	}

	@Test
	void namesTheOneAddressThatTheServerListensTo() {
		this.settings.setProperty("server.address", "192.0.2.7");
		assertThat(address()).isEqualTo("http://192.0.2.7:8080");
		this.settings.setProperty("server.address", "::1");
		assertThat(address()).isEqualTo("http://[::1]:8080");
	}

	@Test
	void isEncryptedWhereThereIsACertificate() {
		this.settings.setProperty("server.ssl.bundle", "page");
		assertThat(address()).isEqualTo("https://localhost:8080");
		this.settings.setProperty("server.ssl.enabled", "false");
		assertThat(address()).isEqualTo("http://localhost:8080");
	}

	@Test
	void endsWithTheContextPath() {
		this.settings.setProperty("server.servlet.context-path", "/talk");
		assertThat(address()).isEqualTo("http://localhost:8080/talk");
	}

	private String address() {
		return PageAddress.of(this.settings, 8080).toString();
	}

}
