package chat.hubbub.moderation;

import chat.hubbub.account.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SanctionTermsTests {

	private static final Username TROLL = new Username("troll");

	@ParameterizedTest
	@ValueSource(longs = { Long.MIN_VALUE, -1, 0, 525_601, Long.MAX_VALUE })
	void refusesATimeOutOfBounds(long minutes) {
		assertThatExceptionOfType(IllFormedSanction.class).isThrownBy(() -> new SanctionTerms(TROLL, minutes, ""));
	}

	@Test
	void keepsTheReasonShortAndOnOneLine() {
		assertThat(new SanctionTerms(TROLL, 1L, " said\nthings\u0000 ").reason()).isEqualTo("said things");
		assertThat(new SanctionTerms(TROLL, 525_600L, "x".repeat(200)).reason()).hasSize(200);
		assertThatExceptionOfType(IllFormedSanction.class)
			.isThrownBy(() -> new SanctionTerms(TROLL, 1L, "x".repeat(201)));
	}

}
