package chat.hubbub.broker.fanout;

import java.util.List;
import java.util.stream.IntStream;

import chat.hubbub.broker.connection.TestBroker;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TailBudgetTests {

	private static final int TOPICS = 100;

	private final TailBudget budget = new TailBudget(10L * TestBroker.event(1).bytes());

	private final List<Tail> tails = IntStream.range(0, TOPICS).mapToObj((number) -> new Tail()).toList();

	@Test
	void emptiesTheTailsThatHaveNotGrownForLongest() {
		this.tails.forEach(this::grow);
		assertThat(this.tails.subList(0, TOPICS - 10)).allSatisfy((tail) -> assertThat(tail.after(0)).isEmpty());
		assertThat(this.tails.subList(TOPICS - 10, TOPICS)).allSatisfy((tail) -> assertThat(tail.after(0)).isPresent());
		assertThat(this.budget.used()).isEqualTo(10L * TestBroker.event(1).bytes());
	}

	@Test
	void keepsTheTailThatGrows() {
		Tail busy = this.tails.get(0);
		for (Tail tail : this.tails) {
			grow(tail);
			grow(busy);
		}
		assertThat(busy.after(0)).isPresent();
	}

	private void grow(Tail tail) {
		tail.append(TestBroker.event(1));
		this.budget.grown(tail);
	}

}
