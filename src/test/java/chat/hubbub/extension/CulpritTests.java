package chat.hubbub.extension;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CulpritTests {

	private final Extension poll = new Extension(Path.of("poll.jar"), Set.of("com.example.Poll"));

	private final Extension dice = new Extension(Path.of("dice.jar"), Set.of("org.example.Dice$Die"));

	@Test
	void isTheExtensionWhoseCodeThrew() {
		IllegalStateException fault = new IllegalStateException("on purpose");
		fault.setStackTrace(new StackTraceElement[] { new StackTraceElement("java.util.List", "of", "List.java", 1),
				new StackTraceElement("org.example.Dice$Die", "roll", "Dice.java", 2) });
		assertThat(culprit(new RuntimeException("outer", fault))).isSameAs(this.dice);
	}

	@Test
	void isTheExtensionThatAMessageNames() {
		assertThat(culprit(new RuntimeException("No bean for [com.example.Poll]"))).isSameAs(this.poll);
		assertThat(culprit(new RuntimeException("in URL [jar:file:/poll.jar!/com/example/Poll.class]")))
			.isSameAs(this.poll);
		assertThat(culprit(new RuntimeException("class path resource [com/example/Poll.class]"))).isSameAs(this.poll);
	}

	@Test
	void isFoundAtTheInnermostCause() {
		RuntimeException inner = new RuntimeException("org.example.Dice$Die");
		assertThat(culprit(new RuntimeException("com.example.Poll", inner))).isSameAs(this.dice);
	}

	@Test
	void isNobodyIfTheServerFailed() {
		RuntimeException fault = new RuntimeException("com.example.Pollen", new RuntimeException());
		assertThat(culprit(fault)).isNull();
	}

	@Test
	void isFoundInARingOfCauses() {
		RuntimeException one = new RuntimeException("one");
		RuntimeException other = new RuntimeException("com.example.Poll", one);
		one.initCause(other);
		assertThat(culprit(one)).isSameAs(this.poll);
	}

	private Extension culprit(Throwable fault) {
		return Culprit.of(List.of(this.poll, this.dice), fault).orElse(null);
	}

}
