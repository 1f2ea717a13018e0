package chat.hubbub.broker.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BurstTests {

	private final List<String> done = new ArrayList<>();

	private final Consumer<List<String>> receiver = (items) -> this.done.add("all of " + items);

	@Test
	void handsItemsOverAtItsEnd() {
		Burst.handle(() -> {
			handle("/app/tea", "1");
			handle("/app/tea", "2");
		});
		assertThat(this.done).containsExactly("handled 1", "handled 2", "all of [1, 2]");
	}

	@Test
	void handsItemsOverAtOnceWhereThereIsNone() {
		handle("/app/tea", "1");
		assertThat(this.done).containsExactly("all of [1]", "handled 1");
	}

	@Test
	void handsThemOverBeforeAFrameThatGoesElsewhere() {
		Burst.handle(() -> {
			handle("/app/tea", "1");
			handle("/app/tea", "2");
			handle("/app/slow", "3");
			handle("/app/tea", "4");
		});
		assertThat(this.done).containsExactly("handled 1", "handled 2", "all of [1, 2]", "handled 3", "all of [3]",
				"handled 4", "all of [4]");
	}

	@Test
	void handsThemOverBeforeAFrameThatGoesNowhere() {
		Burst.handle(() -> {
			handle("/app/tea", "1");
			handle(null, "2");
			handle(null, "3");
		});
		assertThat(this.done).containsExactly("handled 1", "all of [1]", "handled 2", "all of [2]", "handled 3",
				"all of [3]");
	}

	@Test
	void isOverWhenAHandlerFails() {
		assertThatThrownBy(() -> Burst.handle(() -> {
			handle("/app/tea", "1");
			throw new IllegalStateException("It broke");
		})).hasMessage("It broke");
		handle("/app/tea", "2");
		assertThat(this.done).containsExactly("handled 1", "all of [1]", "all of [2]", "handled 2");
	}

	private void handle(String destination, String item) {
		Burst.next(destination);
		Burst.hand(item, this.receiver);
		this.done.add("handled " + item);
	}

}
