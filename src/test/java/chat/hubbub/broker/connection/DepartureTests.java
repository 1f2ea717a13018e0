package chat.hubbub.broker.connection;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DepartureTests {

	/** Every second gets some of them, and none after the last. */
	@ParameterizedTest
	@CsvSource({ "0, 3", "1000, 3", "2000, 5", "10000, 21", "1000000, 60" })
	void spreadsClientsOverSeconds(int clients, int seconds) {
		Departure departure = new Departure(clients);
		assertThat(Stream.generate(departure::retryAfter).limit(5000).collect(Collectors.toSet()))
			.containsExactlyInAnyOrderElementsOf(
					Stream.iterate(1, (second) -> second + 1).limit(seconds).map(Duration::ofSeconds).toList());
	}

}
