package chat.hubbub.refusal;

import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalCountsTests {

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final RefusalCounts counts = new RefusalCounts();

	@Test
	void countsBeforeAndAfterItIsRead() {
		this.counts.count("rate.limited");
		this.counts.bindTo(this.meters);
		this.counts.count("rate.limited");
		this.counts.count("topic.unknown");
		assertThat(count("rate.limited")).isEqualTo(2);
		assertThat(count("topic.unknown")).isEqualTo(1);
	}

	/** An extension may refuse with any code. */
	@Test
	void countsTooManyCodesTogether() {
		this.counts.bindTo(this.meters);
		IntStream.range(0, RefusalCounts.MAX_CODES + 50).forEach((code) -> this.counts.count("code." + code));
		this.counts.count("code.0");
		assertThat(this.meters.getMeters()).hasSize(RefusalCounts.MAX_CODES + 1);
		assertThat(count("other")).isEqualTo(50);
		assertThat(count("code.0")).isEqualTo(2);
	}

	private double count(String code) {
		return this.meters.get("hubbub.refusals").tag("code", code).functionCounter().count();
	}

}
