package chat.hubbub.broker.connection;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import chat.hubbub.broker.KnownAs;
import chat.hubbub.broker.Selection;
import chat.hubbub.broker.wire.FakeLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SelectionTests {

	private final TestBroker broker = new TestBroker();

	private final Connection adasPhone = enter("ada", "@7");

	private final Connection adasLaptop = enter("ada", "@7", "@admins");

	private final Connection grace = enter("grace", "grace");

	@AfterEach
	void close() throws InterruptedException {
		this.broker.close();
	}

	@Test
	void aNameFindsEachConnectionOfItsUserAndNoOther() {
		List<String> asked = new ArrayList<>();
		this.broker.connections()
			.of("@7")
			.close((user, attributes) -> asked.add(user.getName()), ConnectionFault.silent());
		assertThat(asked).containsExactly("ada", "ada");
		assertThat(this.adasPhone.isFailed()).isTrue();
		assertThat(this.adasLaptop.isFailed()).isTrue();
		assertThat(this.grace.isFailed()).isFalse();
	}

	@Test
	void aConnectionThatSeveralNamesFindIsVisitedOnce() {
		assertThat(users(this.broker.connections().of(List.of("@7", "@admins", "grace", "nobody"))))
			.containsExactlyInAnyOrder("ada", "ada", "grace");
	}

	@Test
	void anotherNameThatBeginsAlikeFindsNothing() {
		assertThat(users(this.broker.connections().of("@"))).isEmpty();
		assertThat(users(this.broker.connections().of("@70"))).isEmpty();
		assertThat(users(this.broker.connections().of("gra"))).isEmpty();
	}

	@Test
	void aConnectionThatHasEndedIsNotFound() {
		this.adasPhone.end();
		assertThat(users(this.broker.connections().of("@7"))).containsExactly("ada");
		this.adasLaptop.end();
		assertThat(users(this.broker.connections().of("@admins"))).isEmpty();
	}

	@Test
	void aConnectionThatEndsWhileItGetsItsUserIsNotFound() {
		Connection linus = this.broker.open(new FakeLink());
		linus.attributes().put(KnownAs.ATTRIBUTE, new KnownAs(Set.of("@8")));
		linus.end();
		linus.enter(named("linus"));
		assertThat(users(this.broker.connections().of("@8"))).isEmpty();
	}

	private Connection enter(String user, String... names) {
		return this.broker.enter(new FakeLink(), named(user), names);
	}

	private static Principal named(String user) {
		return () -> user;
	}

	private static List<String> users(Selection selection) {
		List<String> users = new ArrayList<>();
		selection.each((user) -> users.add(user.getName()));
		return users;
	}

}
