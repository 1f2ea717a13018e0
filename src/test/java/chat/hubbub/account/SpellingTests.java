package chat.hubbub.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The rules for new names. */
class SpellingTests {

	@ParameterizedTest
	@ValueSource(strings = { "ada", "Grace Hopper", "\u674e\u660e", "\u041e\u043b\u044c\u0433\u0430",
			"\u0644\u064a\u0644\u0649", "\u0939\u093f\u0928\u094d\u0926\u0940", "a-b_c.d", "7", "_x_", "\u0663",
			"\u0e19\u0e49\u0e33", "\ud55c\uae00", "\ud867\udd98", "Vi\u1ec7t", "x\u0301\u0323" })
	void takesLettersAndDigitsInUse(String name) {
		assertThat(Spelling.isAllowed(new Username(name))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u2026", ".", "-", "_", "- -", "\u1160", "\u3164", "a\u1160", "\u115f", "\ud800\udf30",
			"a\u034f", "x\u0301\u0302\u0303", "\u0cf1", "\u13a0da", "\u01c0", "a\u20dd" })
	void refusesOthers(String name) {
		Username stored = new Username(name);
		assertThat(Spelling.isAllowed(stored)).isFalse();
		assertThatExceptionOfType(IllFormedName.class).isThrownBy(() -> Spelling.check(stored))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("name.ill-formed"))
			.satisfies((refusal) -> assertThat(refusal.sentence()).contains("at least one letter or digit"));
	}

	@Test
	void refusesAStackOfMarks() {
		assertThat(Spelling.isAllowed(new Username("a" + "\u0308".repeat(30)))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u202eada", "ada\u202c", "\u2066ada\u2069", "a\u200fda", "a\u200dda", "\ufeffada" })
	void isNotEvenAskedOfWhatIsInvisible(String name) {
		assertThatExceptionOfType(IllFormedName.class).isThrownBy(() -> new Username(name));
	}

	@Test
	void stillHoldsForANumberedName() {
		assertThat(Spelling.isAllowed(new Username("." + "-".repeat(30) + "a").numbered(2))).isTrue();
	}

}
