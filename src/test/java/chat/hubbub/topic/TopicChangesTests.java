package chat.hubbub.topic;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import chat.hubbub.account.Account;
import chat.hubbub.account.AccountDeparting;
import chat.hubbub.account.RightMissing;
import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static chat.hubbub.topic.TestTopics.ADA;
import static chat.hubbub.topic.TestTopics.ADMIN;
import static chat.hubbub.topic.TestTopics.GUEST;
import static chat.hubbub.topic.TestTopics.LINUS;
import static chat.hubbub.topic.TestTopics.TEA;
import static chat.hubbub.topic.TestTopics.tea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TopicChangesTests {

	private TestTopics server;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.server = new TestTopics(folder);
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void findsATopicOnceItIsCreated() {
		this.server.changes().create(GUEST, tea("Tea"));
		assertThat(this.server.topics().readable(GUEST, TEA)).isEqualTo(TEA);
	}

	@Test
	void tellsOfATopicThatIsCreated() {
		this.server.changes().create(GUEST, tea("Tea"));
		assertThat(this.server.events()).containsExactly(new TopicCreated(new Rights(tea("Tea"), Map.of())));
	}

	@Test
	void refusesToCreateATopicTwice() {
		this.server.changes().create(GUEST, tea("Tea"));
		assertThatExceptionOfType(TopicExists.class)
			.isThrownBy(() -> this.server.changes().create(GUEST, tea("Another")))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("topic.exists"));
		assertThat(this.server.events()).hasSize(1);
		assertThat(this.server.topics().all(GUEST)).extracting(Listing::title).containsExactly("Lobby", "Tea");
	}

	@Test
	void letsOnlyModeratorsChangeATopic() {
		this.server.changes().create(ADA, tea(Access.OPEN, false));
		this.server.changes().invite(ADA, TEA, 2, Standing.MEMBER);
		for (User other : List.of(LINUS, GUEST)) {
			assertThatExceptionOfType(RightMissing.class)
				.isThrownBy(() -> this.server.changes().change(other, TEA, (topic) -> topic));
			assertThatExceptionOfType(RightMissing.class)
				.isThrownBy(() -> this.server.changes().invite(other, TEA, 3, Standing.MEMBER));
			assertThatExceptionOfType(RightMissing.class)
				.isThrownBy(() -> this.server.changes().dismiss(other, TEA, 1));
		}
		assertThat(this.server.changes().change(ADMIN, TEA, (topic) -> tea(Access.PRIVATE, false)).topic().access())
			.isEqualTo(Access.PRIVATE);
		this.server.assertHidden(GUEST, TEA);
	}

	@Test
	void letsEverybodyTakeOutThemselves() {
		this.server.changes().create(ADA, tea(Access.PRIVATE, false));
		this.server.changes().invite(ADA, TEA, 2, Standing.MEMBER);
		this.server.changes().dismiss(LINUS, TEA, 2);
		this.server.assertHidden(LINUS, TEA);
	}

	@Test
	void forgetsWhoseAccountIsGone() {
		this.server.changes().create(ADA, tea(Access.PRIVATE, false));
		this.server.changes().invite(ADA, TEA, 2, Standing.MODERATOR);
		this.server.changes().forget(new AccountDeparting(new Account(2, LINUS.username(), Role.MEMBER, 0)));
		this.server.assertHidden(LINUS, TEA);
		this.server.start();
		this.server.assertHidden(LINUS, TEA);
		assertThat(this.server.topics().moderated(ADA, TEA).people()).containsOnlyKeys(1L);
	}

	@Test
	void letsCreateTopicsOnlyWhoMay() {
		this.server.startFor(Role.MEMBER);
		assertThatExceptionOfType(RightMissing.class).isThrownBy(() -> this.server.changes().create(GUEST, tea("Tea")));
		this.server.startFor(Role.ADMIN);
		assertThatExceptionOfType(RightMissing.class).isThrownBy(() -> this.server.changes().create(ADA, tea("Tea")));
		assertThat(this.server.events()).isEmpty();
		this.server.startFor(Role.MEMBER);
		assertThat(this.server.changes().create(ADA, tea("Tea")).people()).containsEntry(1L, Standing.MODERATOR);
	}

	@Test
	void givesAGuestNoTopicThatIsNotForEverybody() {
		assertThatExceptionOfType(RightMissing.class)
			.isThrownBy(() -> this.server.changes().create(GUEST, tea(Access.MEMBERS, false)));
		assertThatExceptionOfType(RightMissing.class)
			.isThrownBy(() -> this.server.changes().create(GUEST, tea(Access.PRIVATE, false)));
		assertThatExceptionOfType(RightMissing.class)
			.isThrownBy(() -> this.server.changes().create(GUEST, tea(Access.OPEN, true)));
		this.server.assertHidden(ADMIN, TEA);
	}

	@Test
	void tellsOfAChangeAndOfNoneIfNothingChanges() {
		Rights before = this.server.changes().create(ADA, tea(Access.OPEN, false));
		this.server.events().clear();
		this.server.changes().change(ADA, TEA, (topic) -> topic);
		this.server.changes().dismiss(ADA, TEA, 2);
		assertThat(this.server.events()).isEmpty();
		Rights after = this.server.changes().change(ADA, TEA, (topic) -> tea(Access.PRIVATE, false));
		assertThat(this.server.events()).containsExactly(new TopicChanged(before, after));
	}

}
