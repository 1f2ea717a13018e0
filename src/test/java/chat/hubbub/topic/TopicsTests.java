package chat.hubbub.topic;

import java.nio.file.Path;
import java.util.List;

import chat.hubbub.account.RightMissing;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

class TopicsTests {

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
	void doesNotFindWhatIsNotThere() {
		assertThatExceptionOfType(TopicNotFound.class).isThrownBy(() -> this.server.topics().readable(GUEST, TEA))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("topic.unknown"));
	}

	@Test
	void letsNobodyIntoAPrivateTopicButItsPeopleAndTheAdmins() {
		this.server.changes().create(ADA, tea(Access.PRIVATE, false));
		assertThat(this.server.topics().readable(ADA, TEA)).isEqualTo(TEA);
		assertThat(this.server.topics().readable(ADMIN, TEA)).isEqualTo(TEA);
		this.server.assertHidden(LINUS, TEA);
		this.server.assertHidden(GUEST, TEA);
		this.server.changes().invite(ADA, TEA, 2, Standing.MEMBER);
		assertThat(this.server.topics().postable(LINUS, TEA)).isEqualTo(TEA);
		this.server.changes().dismiss(ADA, TEA, 2);
		this.server.assertHidden(LINUS, TEA);
	}

	@Test
	void letsWhoHasAnAccountIntoATopicForMembers() {
		this.server.changes().create(ADA, tea(Access.MEMBERS, false));
		assertThat(this.server.topics().postable(LINUS, TEA)).isEqualTo(TEA);
		this.server.assertHidden(GUEST, TEA);
	}

	@Test
	void letsOnlyModeratorsPostAnnouncements() {
		this.server.changes().create(ADA, tea(Access.OPEN, true));
		assertThat(this.server.topics().postable(ADA, TEA)).isEqualTo(TEA);
		assertThat(this.server.topics().postable(ADMIN, TEA)).isEqualTo(TEA);
		assertThat(this.server.topics().readable(GUEST, TEA)).isEqualTo(TEA);
		assertThatExceptionOfType(RightMissing.class).isThrownBy(() -> this.server.topics().postable(LINUS, TEA));
		assertThatExceptionOfType(RightMissing.class).isThrownBy(() -> this.server.topics().postable(GUEST, TEA));
		this.server.changes().invite(ADA, TEA, 2, Standing.MODERATOR);
		assertThat(this.server.topics().postable(LINUS, TEA)).isEqualTo(TEA);
	}

	@Test
	void listsWhatTheReaderMayReadAndNothingElse() {
		this.server.changes().create(ADA, tea(Access.PRIVATE, false));
		assertThat(this.server.topics().all(GUEST)).extracting(Listing::name).containsExactly("lobby");
		assertThat(this.server.topics().all(LINUS)).extracting(Listing::name).containsExactly("lobby");
		assertThat(this.server.topics().all(ADA))
			.contains(new Listing("tea", "Tea", "", 0, "private", false, true, true, true));
	}

	@Test
	void keepsOutWhoIsBannedAndSaysSo() {
		this.server.changes().create(ADA, tea(Access.OPEN, false));
		this.server.discipline().ban(GUEST, TEA);
		for (ThrowingCallable door : List.<ThrowingCallable>of(() -> this.server.topics().readable(GUEST, TEA),
				() -> this.server.topics().postable(GUEST, TEA), () -> this.server.topics().moderated(GUEST, TEA),
				() -> this.server.topics().one(GUEST, TEA))) {
			assertThatExceptionOfType(FakeDiscipline.Punished.class).isThrownBy(door);
		}
		assertThat(this.server.topics().mayRead(GUEST, TEA)).isFalse();
		assertThat(this.server.topics().all(GUEST)).extracting(Listing::name).containsExactly("lobby");
		assertThat(this.server.topics().mayRead(ADA, TEA)).isTrue();
		assertThat(this.server.topics().mayModerate(ADA, TEA)).isTrue();
	}

	@Test
	void doesNotTellByABanThatATopicIsThere() {
		this.server.changes().create(ADA, tea(Access.PRIVATE, false));
		this.server.discipline().ban(GUEST, TEA);
		this.server.discipline().mute(GUEST, TEA);
		this.server.assertHidden(GUEST, TEA);
	}

	@Test
	void letsWhoIsMutedReadAndNotPost() {
		this.server.changes().create(ADA, tea(Access.OPEN, false));
		this.server.discipline().mute(GUEST, TEA);
		assertThatExceptionOfType(FakeDiscipline.Punished.class)
			.isThrownBy(() -> this.server.topics().postable(GUEST, TEA));
		assertThat(this.server.topics().readable(GUEST, TEA)).isEqualTo(TEA);
		assertThat(this.server.topics().postable(ADA, TEA)).isEqualTo(TEA);
	}

}
