package chat.hubbub.account;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

import static org.assertj.core.api.Assertions.assertThat;

/** Any text is a name within the bounds, or is refused. */
class UsernameFuzzTests {

	@FuzzTest(maxDuration = "15s")
	void isANameOrRefused(@NotNull String typed) {
		try {
			Username name = new Username(typed);
			assertThat(new Username(name.value())).isEqualTo(name);
			assertThat(name.value().codePoints().count()).isBetween(1L, (long) Username.MAX_LENGTH);
			assertThat(name.value().codePoints()).noneMatch(Character::isISOControl);
			assertThat(new Username(name.value()).key()).isEqualTo(name.key());
			assertThat(name.numbered(2).value()).endsWith("-2");
			if (Spelling.isAllowed(name)) {
				assertThat(name.value().codePoints()).anyMatch(Character::isLetterOrDigit);
				assertThat(Spelling.isAllowed(name.numbered(2))).isTrue();
			}
			assertThat(name.numbered(Integer.MAX_VALUE).key()).isNotEqualTo(name.key());
		}
		catch (IllFormedName refusal) {
			assertThat(refusal.sentence()).isNotEmpty();
		}
	}

}
