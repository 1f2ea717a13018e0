package chat.hubbub.outgoing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AddressRulesTests {

	private final AddressRules rules = new AddressRules(new OutgoingProperties(List.of(), Set.of(80, 443)));

	@ParameterizedTest
	@ValueSource(strings = { "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
			"126.255.255.255", "128.0.0.1", "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.167.255.255",
			"192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2001:200::1", "2606:4700::1111",
			"2a00:1450::1", "3ffe::1" })
	void takesPublicAddresses(String address) throws UnknownHostException {
		assertThat(this.rules.allow(at(address, 443))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255",
			"127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.170",
			"192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.7",
			"224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "2130706433", "127.1" })
	void refusesSpecialAddressesOfIpv4(String address) throws UnknownHostException {
		assertThat(this.rules.allow(at(address, 443))).isFalse();
	}

	/** Mapped, compatible, NAT64, 6to4 and Teredo contain an IPv4 address. */
	@ParameterizedTest
	@ValueSource(strings = { "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "::ffff:0:10.0.0.1",
			"64:ff9b::10.0.0.1", "64:ff9b::8.8.8.8", "64:ff9b:1::1", "100::1", "2001::1", "2001:0:4136:e378::1",
			"2001:db8::1", "2001:10::1", "2002:7f00:1::1", "2002:a00:1::", "3fff::1", "5f00::1", "fc00::1", "fd12::1",
			"fe80::1", "fec0::1", "ff02::1" })
	void refusesSpecialAddressesOfIpv6(String address) throws UnknownHostException {
		assertThat(this.rules.allow(at(address, 443))).isFalse();
	}

	@Test
	void refusesUnusualPorts() throws UnknownHostException {
		assertThat(this.rules.allow(at("1.1.1.1", 80))).isTrue();
		assertThat(this.rules.allow(at("1.1.1.1", 22))).isFalse();
		assertThat(this.rules.allow(at("1.1.1.1", 8443))).isFalse();
	}

	@Test
	void takesInternalNetworksOfTheSettingsOnAnyPort() throws UnknownHostException {
		AddressRules inside = new AddressRules(
				new OutgoingProperties(List.of("10.1.0.0/16", "fd12:3400::/32", "192.168.1.7"), Set.of(443)));
		assertThat(inside.allow(at("10.1.2.3", 9000))).isTrue();
		assertThat(inside.allow(at("fd12:3400::1", 9000))).isTrue();
		assertThat(inside.allow(at("192.168.1.7", 443))).isTrue();
		assertThat(inside.allow(at("10.2.0.1", 443))).isFalse();
		assertThat(inside.allow(at("192.168.1.8", 443))).isFalse();
		assertThat(inside.allow(at("1.1.1.1", 9000))).isFalse();
	}

	@Test
	void refusesAHostWithoutAnAddress() {
		assertThat(this.rules.allow(InetSocketAddress.createUnresolved("example.org", 443))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://example.org", "https://example.org/hook?a=b", "HTTPS://example.org:8443/",
			"http://[2606:4700::1111]/", " https://xn--bcher-kva.example/ " })
	void readsAddresses(String text) {
		assertThat(AddressRules.read(text)).hasToString(text.strip());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "example.org", "//example.org", "ftp://example.org/", "file:///etc/passwd",
			"gopher://example.org:70/", "jar:http://example.org/!/", "http:example.org", "http:///path",
			"http://user@example.org/", "http://example.org@127.0.0.1/", "http://example.org:0/",
			"http://exa mple.org/", "http://example.org/\r\nX: y", "http://bücher example/", "javascript:alert(1)" })
	void refusesOtherAddresses(String text) {
		assertThatExceptionOfType(AddressForbidden.class).isThrownBy(() -> AddressRules.read(text))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("address.forbidden"));
	}

	@Test
	void refusesALongAddress() {
		assertThatExceptionOfType(AddressForbidden.class)
			.isThrownBy(() -> AddressRules.read("http://example.org/" + "x".repeat(2_000)));
	}

	private static InetSocketAddress at(String address, int port) throws UnknownHostException {
		return new InetSocketAddress(InetAddress.getByName(address), port);
	}

}
