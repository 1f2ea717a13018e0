package chat.hubbub.unread;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeTests {

	private final Mark seven = new Mark(7L, Level.ALL, false);

	@Test
	void aMoveGoesOnlyOnUnlessItIsAskedToGoBack() {
		assertThat(Change.moved(9, false).of(this.seven).read()).isEqualTo(9);
		assertThat(Change.moved(5, false).of(this.seven).read()).isEqualTo(7);
		assertThat(Change.moved(5, true).of(this.seven).read()).isEqualTo(5);
		assertThat(Change.moved(0, true).of(Mark.NONE).read()).isZero();
	}

	@Test
	void otherWishesLeaveTheRest() {
		Mark muted = Change.preferring(Level.MUTED, null).of(this.seven);
		assertThat(muted).isEqualTo(new Mark(7L, Level.MUTED, false));
		assertThat(Change.preferring(null, true).of(muted)).isEqualTo(new Mark(7L, Level.MUTED, true));
		assertThat(Change.preferring(Level.ALL, false).of(Mark.NONE)).isEqualTo(Mark.NONE);
	}

	@Test
	void twoChangesAreOneWithTheSameEffect() {
		Change[] all = { Change.moved(5, false), Change.moved(9, false), Change.moved(3, true),
				Change.preferring(Level.MENTIONS, null), Change.preferring(null, true) };
		for (Change one : all) {
			for (Change other : all) {
				for (Mark mark : new Mark[] { this.seven, Mark.NONE }) {
					assertThat(one.then(other).of(mark)).as("%s, then %s", one, other)
						.isEqualTo(other.of(one.of(mark)));
				}
			}
		}
	}

}
