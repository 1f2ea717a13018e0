package chat.hubbub.file;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SlotsTests {

	private final Slots slots = new Slots();

	@Test
	void onePayerHasTwelve() {
		Payer ada = new Payer("ada", true);
		take(ada, Slots.OF_ONE);
		refuses(ada);
		this.slots.take(new Payer("ada", false));
		this.slots.giveBack(ada);
		this.slots.take(ada);
		refuses(ada);
	}

	@Test
	void allTogetherHave48() {
		for (int number = 0; number < 4; number++) {
			take(new Payer("guest-" + number, false), Slots.OF_ONE);
		}
		Payer ada = new Payer("ada", true);
		refuses(ada);
		this.slots.giveBack(new Payer("guest-3", false));
		this.slots.take(ada);
		refuses(ada);
	}

	private void take(Payer payer, int count) {
		for (int number = 0; number < count; number++) {
			this.slots.take(payer);
		}
	}

	private void refuses(Payer payer) {
		assertThatExceptionOfType(FileRefused.class).isThrownBy(() -> this.slots.take(payer))
			.extracting(FileRefused::code)
			.isEqualTo("files.busy");
	}

}
