package chat.hubbub.stomp;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HeartBeatTests {

	/** The slower side decides; zero of either side means never. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "0,0|0|0", "5000,0|10000|0", "0,5000|0|10000", "20000,30000|20000|30000", "1,1|10000|10000" })
	void isAgreedOn(String client, long readsMillis, long writesMillis) {
		HeartBeat heartBeat = HeartBeat.parse(client);
		HeartBeat server = new HeartBeat(10_000, 10_000);
		assertThat(heartBeat.reads(server)).isEqualTo(Duration.ofMillis(readsMillis).toNanos());
		assertThat(heartBeat.writes(server)).isEqualTo(Duration.ofMillis(writesMillis).toNanos());
	}

	@Test
	void isOffWhereTheServersIs() {
		HeartBeat server = new HeartBeat(0, 0);
		assertThat(HeartBeat.parse("1000,1000").reads(server)).isZero();
		assertThat(HeartBeat.parse("1000,1000").writes(server)).isZero();
	}

	@Test
	void isOffForAClientThatAsksForNone() {
		assertThat(HeartBeat.parse(null)).hasToString("0,0");
	}

	@Test
	void toleratesBlanks() {
		assertThat(HeartBeat.parse(" 100 , 200 ")).hasToString("100,200");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1000", "1,2,3", "-1,0", "0,-1", "a,b", "1.5,2", ",", "99999999999,0" })
	void refusesWhatIsNotTwoNumbers(String header) {
		assertThatExceptionOfType(FrameFault.class).isThrownBy(() -> HeartBeat.parse(header))
			.satisfies((fault) -> assertThat(fault.code()).isEqualTo("frame.header"))
			.withMessageContaining("heart-beat");
	}

}
