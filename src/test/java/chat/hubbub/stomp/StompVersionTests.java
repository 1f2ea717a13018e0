package chat.hubbub.stomp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StompVersionTests {

	private static final String ALL_OF_IT = "a\\b:c\nd\re";

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1.2|V1_2", "1.0,1.1|V1_1", "1.2,1.1,1.0|V1_2", "1.0|V1_0", "1.1,9.9|V1_1",
			"' 1.1 , 1.2 '|V1_2", "1.0,  1.1|V1_1" })
	void isTheNewestThatBothSpeak(String accepted, StompVersion version) {
		assertThat(StompVersion.negotiate(accepted, null)).contains(version);
	}

	@Test
	void isTheFirstForAClientThatNamesNone() {
		assertThat(StompVersion.negotiate(null, null)).contains(StompVersion.V1_0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "2.0", "1.3,9", "1.2.1", "v1.2", "1,2" })
	void isNoneIfNoneIsCommon(String accepted) {
		assertThat(StompVersion.negotiate(accepted, null)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "1.0,1.1,1.2|v10.stomp|V1_0", "1.0,1.1,1.2|v11.stomp|V1_1", "1.0,1.1,1.2|V12.STOMP|V1_2" })
	void isThatOfTheSubProtocolIfTheClientAcceptsIt(String accepted, String subProtocol, StompVersion version) {
		assertThat(StompVersion.negotiate(accepted, subProtocol)).contains(version);
	}

	/**
	 * All sub-protocols, and no sub-protocol, with everything that a client may accept.
	 */
	@Test
	void isOneThatTheClientAcceptsWhateverTheSubProtocol() {
		for (String subProtocol : new String[] { null, "v10.stomp", "v11.stomp", "v12.stomp" }) {
			assertThat(StompVersion.negotiate(null, subProtocol)).contains(StompVersion.V1_0);
			for (int set = 1; set < 1 << StompVersion.values().length; set++) {
				int chosen = set;
				List<StompVersion> accepted = Arrays.stream(StompVersion.values())
					.filter((version) -> (chosen & 1 << version.ordinal()) != 0)
					.toList();
				String header = accepted.stream().map(StompVersion::toString).collect(Collectors.joining(","));
				StompVersion expected = accepted.stream()
					.filter((version) -> version.subProtocol().equals(subProtocol))
					.findFirst()
					.orElse(accepted.get(accepted.size() - 1));
				assertThat(StompVersion.negotiate(header, subProtocol)).as(header + " with " + subProtocol)
					.contains(expected);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "V1_0,v10.stomp", "V1_1,v11.stomp", "V1_2,v12.stomp" })
	void hasASubProtocol(StompVersion version, String name) {
		assertThat(version.subProtocol()).isEqualTo(name);
	}

	@Test
	void escapesEverythingIn12() {
		assertThat(StompVersion.V1_2.escape(ALL_OF_IT)).isEqualTo("a\\\\b\\cc\\nd\\re");
	}

	@ParameterizedTest
	@EnumSource(StompVersion.class)
	void leavesPlainTextAlone(StompVersion version) {
		String plain = "Grüße, 👋 /app/chat.tea";
		assertThat(version.escape(plain)).isSameAs(plain);
		assertThat(version.unescape(plain)).isSameAs(plain);
	}

	@Test
	void resolvesWhatItEscapes() {
		assertThat(StompVersion.V1_2.unescape(StompVersion.V1_2.escape(ALL_OF_IT))).isEqualTo(ALL_OF_IT);
		assertThat(StompVersion.V1_1.unescape("a\\\\b\\cc\\nd")).isEqualTo("a\\b:c\nd");
	}

	@Test
	void knowsNoEscapesIn10() {
		assertThat(StompVersion.V1_0.unescape("C:\\temp\\new\\x")).isEqualTo("C:\\temp\\new\\x");
	}

	@ParameterizedTest
	@CsvSource({ "V1_1,\\r", "V1_1,\\t", "V1_2,\\t", "V1_2,\\", "V1_1,a\\", "V1_2,\\\\\\", "V1_2,\\N", "V1_2,\\u" })
	void refusesAnUndefinedEscape(StompVersion version, String value) {
		assertThatExceptionOfType(FrameFault.class).isThrownBy(() -> version.unescape(value))
			.satisfies((fault) -> assertThat(fault.code()).isEqualTo("frame.malformed"));
	}

	/** Or else a value could begin a header of its own in the frame of another client. */
	@ParameterizedTest
	@EnumSource(StompVersion.class)
	void neverLetsAValueEndItsLine(StompVersion version) {
		assertThat(version.escape("tea\nreceipt-id:1\r\n\nbody")).doesNotContain("\n", "\r");
	}

}
