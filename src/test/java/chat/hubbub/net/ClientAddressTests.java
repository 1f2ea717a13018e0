package chat.hubbub.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClientAddressTests {

	@Test
	void isAnAddressOfIPv4() {
		assertThat(of("192.0.2.1")).isEqualTo(of("192.0.2.1")).isNotEqualTo(of("192.0.2.2"));
	}

	@Test
	void isANetworkOfIPv6() {
		assertThat(of("2001:db8:1:2::1")).isEqualTo(of("2001:db8:1:2:ffff::7")).isNotEqualTo(of("2001:db8:1:3::1"));
	}

	@Test
	void isTheSameForIPv4InIPv6() {
		assertThat(of("::ffff:192.0.2.1")).isEqualTo(of("192.0.2.1"));
	}

	@Test
	void tellsIPv4FromIPv6() {
		assertThat(of("0.0.0.1")).isNotEqualTo(of("0:0:0:1::"));
	}

	private static ClientAddress of(String address) {
		try {
			return ClientAddress.of(InetAddress.getByName(address));
		}
		catch (UnknownHostException ex) {
			throw new AssertionError(ex);
		}
	}

}
