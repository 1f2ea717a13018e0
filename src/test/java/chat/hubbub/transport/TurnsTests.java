package chat.hubbub.transport;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TurnsTests {

	private final Turns turns = new Turns(2);

	private final List<String> begun = new ArrayList<>();

	@Test
	void beginsAtOnceWhileThereArePlaces() {
		assertThat(enter("ada")).isTrue();
		assertThat(enter("grace")).isTrue();
		assertThat(this.begun).isEmpty();
	}

	@Test
	void givesEachPlaceThatIsLeftToWhoeverHasWaitedLongest() {
		enter("ada");
		enter("grace");
		assertThat(enter("linus")).isFalse();
		assertThat(enter("barbara")).isFalse();
		this.turns.leave();
		assertThat(this.begun).containsExactly("linus");
		this.turns.leave();
		assertThat(this.begun).containsExactly("linus", "barbara");
	}

	@Test
	void keepsThePlaceFreeThatNobodyWaitsFor() {
		enter("ada");
		this.turns.leave();
		assertThat(enter("grace")).isTrue();
		assertThat(enter("linus")).isTrue();
		assertThat(enter("barbara")).isFalse();
	}

	private boolean enter(String name) {
		return this.turns.enter(() -> this.begun.add(name));
	}

}
