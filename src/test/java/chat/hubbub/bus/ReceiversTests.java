package chat.hubbub.bus;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReceiversTests {

	private final Receivers receivers = new Receivers();

	private final List<String> heard = new ArrayList<>();

	private boolean broken;

	@Test
	void hearOfTheirKindInTheOrderOfTheirRegistration() {
		this.receivers.add(Tea.class, (tea) -> this.heard.add("first " + tea.name()));
		this.receivers.add(Tea.class, (tea) -> this.heard.add("second " + tea.name()));
		this.receivers.add(AnythingChanged.class, (fact) -> this.heard.add("anything"));
		this.receivers.tell(new Tea("assam"));
		assertThat(this.heard).containsExactly("first assam", "second assam");
	}

	@Test
	void areCalledAgainUntilTheySucceedAndKeepNobodyElseFromHearing() {
		this.receivers.add(Tea.class, this::drink);
		this.receivers.add(Tea.class, (tea) -> this.heard.add("other " + tea.name()));
		this.broken = true;
		this.receivers.tell(new Tea("assam"));
		this.receivers.tell(new Tea("assam"));
		this.receivers.repeatFailed();
		assertThat(this.heard).containsExactly("other assam", "other assam");
		this.broken = false;
		this.receivers.repeatFailed();
		this.receivers.repeatFailed();
		assertThat(this.heard).containsExactly("other assam", "other assam", "assam");
	}

	@Test
	void areCalledAgainAfterAnError() {
		this.receivers.add(Tea.class, (tea) -> {
			if (this.heard.isEmpty()) {
				this.heard.add("error");
				throw new StackOverflowError();
			}
			this.heard.add(tea.name());
		});
		assertThat(this.receivers.tell(new Tea("assam"))).isFalse();
		this.receivers.repeatFailed();
		assertThat(this.heard).containsExactly("error", "assam");
	}

	private void drink(Tea tea) {
		if (this.broken) {
			throw new IllegalStateException("The pot is broken");
		}
		this.heard.add(tea.name());
	}

	private record Tea(String name) implements Fact {

	}

}
