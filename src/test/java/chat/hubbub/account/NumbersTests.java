package chat.hubbub.account;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NumbersTests {

	private final Numbers numbers = new Numbers();

	@Test
	void beginWithTwoForEachName() {
		assertThat(this.numbers.next(new Username("ada"))).isEqualTo(2);
		assertThat(this.numbers.next(new Username("ADA"))).isEqualTo(3);
		assertThat(this.numbers.next(new Username("grace"))).isEqualTo(2);
	}

	@Test
	void areKeptOfAThousandNames() {
		for (int i = 0; i < 2 * Numbers.MAX_SIZE; i++) {
			this.numbers.next(new Username("name-" + i));
			this.numbers.next(new Username("ada"));
		}
		assertThat(this.numbers.size()).isEqualTo(Numbers.MAX_SIZE);
		assertThat(this.numbers.next(new Username("ada"))).isEqualTo(2 * Numbers.MAX_SIZE + 2);
	}

}
