package chat.hubbub.topic;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

import chat.hubbub.account.RightMissing;
import chat.hubbub.account.SignInRequired;
import chat.hubbub.topic.Listing.Participant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static chat.hubbub.topic.TestTopics.ADA;
import static chat.hubbub.topic.TestTopics.ADMIN;
import static chat.hubbub.topic.TestTopics.GUEST;
import static chat.hubbub.topic.TestTopics.LINUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Ada is account 1, Linus 2 and the admin Olga 3. */
class ConversationsTests {

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
	void isNamedAfterTheOthers() {
		Listing between = open(2, 3);
		assertThat(between.title()).isEqualTo("linus, olga");
		assertThat(between.access()).isEqualTo("direct");
		assertThat(between.people()).extracting(Participant::name).containsExactly("ada", "linus", "olga");
		assertThat(this.server.topics().one(LINUS, name(between)).title()).isEqualTo("ada, olga");
	}

	@Test
	void isTheSameForTheSamePeople() {
		Listing between = open(2);
		assertThat(open(2, 1)).isEqualTo(between);
		assertThat(this.server.conversations().open(LINUS, List.of(1L)).name()).isEqualTo(between.name());
		assertThat(open(2, 3).name()).isNotEqualTo(between.name());
		this.server.start();
		assertThat(open(2).name()).isEqualTo(between.name());
	}

	@Test
	void hasANameThatNobodyCanGuessOrChoose() {
		TopicName name = name(open(2));
		assertThat(name.value()).matches("dm-[0-9a-f]{32}");
		assertThat(name.isDirect()).isTrue();
		for (String wanted : List.of(name.value(), "dm-tea", "dm-0")) {
			assertThatExceptionOfType(IllFormedTopic.class)
				.isThrownBy(() -> this.server.changes().create(ADMIN, new Topic(new TopicName(wanted), "Tea", "")))
				.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("topic.ill-formed"));
			assertThatExceptionOfType(IllFormedTopic.class)
				.isThrownBy(() -> this.server.start(new TopicProperties.Line(wanted, null, null, Access.OPEN, null)));
		}
		this.server.start();
		this.server.assertHidden(ADMIN, name);
	}

	@Test
	void leavesFormerTopicsWithSuchNamesAlone() {
		this.server.database().addTopic("dm-tea");
		this.server.start(new TopicProperties.Line("dm-tea", "Tea", null, null, null));
		assertThat(this.server.topics().one(GUEST, new TopicName("dm-tea")).title()).isEqualTo("Tea");
		assertThat(this.server.topics().all(GUEST)).extracting(Listing::name).contains("dm-tea");
	}

	@Test
	void cannotBeMadeOfATopic() {
		this.server.changes().create(ADA, TestTopics.tea("Tea"));
		assertThatExceptionOfType(IllFormedTopic.class)
			.isThrownBy(() -> new TopicChange(null, null, "direct", null).apply(TestTopics.tea("Tea")));
		assertThatExceptionOfType(IllFormedTopic.class)
			.isThrownBy(() -> this.server.start(new TopicProperties.Line("tea", null, null, Access.DIRECT, null)));
	}

	@Test
	void doesNotExistForOthersAndNobodyModeratesIt() {
		TopicName name = name(open(2));
		this.server.assertHidden(ADMIN, name);
		this.server.assertHidden(GUEST, name);
		assertThat(this.server.topics().readable(ADMIN)).extracting(Topic::name).doesNotContain(name);
		assertThat(this.server.topics().mayModerate(ADA, name)).isFalse();
		for (ThrowingCallable door : List.<ThrowingCallable>of(() -> this.server.topics().moderated(ADA, name),
				() -> this.server.changes().change(ADA, name, (topic) -> topic),
				() -> this.server.changes().invite(ADA, name, 3, Standing.MEMBER),
				() -> this.server.changes().dismiss(ADA, name, 2))) {
			assertThatExceptionOfType(RightMissing.class).isThrownBy(door);
		}
		TopicName withAdmin = name(open(3));
		assertThat(this.server.topics().mayModerate(ADMIN, withAdmin)).isFalse();
	}

	@Test
	void isInNoListOfTopics() {
		TopicName name = name(open(2));
		for (var user : List.of(ADA, LINUS, ADMIN, GUEST)) {
			assertThat(this.server.topics().all(user)).extracting(Listing::name).doesNotContain(name.value());
		}
		assertThat(this.server.conversations().of(ADMIN)).isEmpty();
	}

	@Test
	void isSeenByTheOthersWhenItHasAMessageOrTheyOpenItToo() {
		Listing between = open(2);
		assertThat(this.server.conversations().of(ADA)).containsExactly(between);
		assertThat(this.server.conversations().of(LINUS)).isEmpty();
		Listing second = open(3);
		this.server.conversations().open(ADMIN, List.of(1L));
		assertThat(this.server.conversations().of(ADMIN)).extracting(Listing::name).containsExactly(second.name());
		assertThat(this.server.conversations().of(ADA)).hasSize(2);
		this.server.database().template().update("update topic set head = 1 where name = ?", between.name());
		assertThat(this.server.conversations().of(LINUS)).extracting(Listing::title).containsExactly("ada");
	}

	@Test
	void refusesGuestsAndTooFewPeopleAndTooMany() {
		assertThatExceptionOfType(SignInRequired.class)
			.isThrownBy(() -> this.server.conversations().open(GUEST, List.of(1L, 2L)));
		assertThatExceptionOfType(SignInRequired.class).isThrownBy(() -> this.server.conversations().of(GUEST));
		assertThatExceptionOfType(IllFormedConversation.class).isThrownBy(() -> open(1));
		assertThatExceptionOfType(IllFormedConversation.class).isThrownBy(() -> open());
		assertThatExceptionOfType(IllFormedConversation.class).isThrownBy(() -> open(2, 3, 4, 5, 6, 7, 8, 9));
		assertThat(open(2, 3, 4, 5, 6, 7, 8).people()).hasSize(8);
	}

	@Test
	void limitsThoseWithoutAMessage() {
		for (long other = 100; other < 100 + Conversations.MAX_EMPTY; other++) {
			open(other);
		}
		assertThatExceptionOfType(ConversationLimit.class).isThrownBy(() -> open(2));
		assertThat(open(100).title()).isEqualTo("deleted-100");
		this.server.database().template().update("update topic set head = 1 where name = ?", open(100).name());
		assertThat(open(2).title()).isEqualTo("linus");
	}

	@Test
	void limitsThoseThatAnAccountHasStarted() {
		this.server.database().template().update("""
				with recursive number(n) as (select 2 union all select n + 1 from number where n < ?)
				insert into topic (name, title, description, access, announcements, created_at, head)
				select 'dm-' || n, '', '', 'direct', false, 0, 1 from number""", Conversations.MAX_STARTED);
		this.server.database()
			.template()
			.update("insert into conversation (topic, people, starter) select name, name, 1 from topic where head = 1");
		TopicName last = name(open(2));
		assertThat(this.server.conversations().open(LINUS, List.of(1L)).name()).as("seen by both")
			.isEqualTo(last.value());
		assertThatExceptionOfType(ConversationLimit.class).isThrownBy(() -> open(3))
			.satisfies((refusal) -> assertThat(refusal.sentence()).contains("" + Conversations.MAX_STARTED));
		assertThat(open(2).name()).isEqualTo(last.value());
		assertThat(this.server.conversations().open(LINUS, List.of(3L)).title()).isEqualTo("olga");
	}

	@Test
	void isInMemoryUntilEverybodyHasLeft() {
		TopicName name = name(open(2));
		this.server.changes().dismiss(LINUS, name, 2);
		assertThat(this.server.stored().find(name)).isNotNull();
		this.server.changes().dismiss(ADA, name, 1);
		assertThat(this.server.stored().find(name)).isNull();
		assertThat(this.server.stored().invitations(1)).isEmpty();
		assertThat(this.server.events().get(this.server.events().size() - 1)).isInstanceOf(TopicChanged.class);
		this.server.assertHidden(ADA, name);
		this.server.start();
		assertThat(this.server.stored().find(name)).isNull();
		this.server.assertHidden(ADA, name);
	}

	@Test
	void endsForTheOneWhoLeaves() {
		TopicName name = name(open(2, 3));
		this.server.changes().dismiss(LINUS, name, 2);
		this.server.assertHidden(LINUS, name);
		assertThat(this.server.topics().one(ADA, name).people()).contains(new Participant("linus", true),
				new Participant("ada", null));
		assertThat(this.server.topics().one(ADA, name).title()).isEqualTo("olga");
		assertThat(open(2, 3).name()).isNotEqualTo(name.value());
		assertThat(open(3).name()).isNotEqualTo(name.value());
	}

	@Test
	void canOnlyBeReadWhenNobodyElseIsLeft() {
		TopicName name = name(open(2));
		this.server.changes().dismiss(LINUS, name, 2);
		assertThat(this.server.topics().readable(ADA, name)).isEqualTo(name);
		assertThat(this.server.topics().one(ADA, name).title()).isEqualTo("linus");
		assertThatExceptionOfType(ConversationClosed.class).isThrownBy(() -> this.server.topics().postable(ADA, name))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("conversation.closed"));
	}

	@Test
	void refusesMessagesOfABlockedPersonWithoutSayingSo() {
		TopicName name = name(open(2));
		this.server.block(2, 1);
		for (ThrowingCallable door : List.<ThrowingCallable>of(() -> this.server.topics().postable(ADA, name),
				() -> this.server.topics().answerable(ADA, name))) {
			assertThatExceptionOfType(ConversationClosed.class).isThrownBy(door);
		}
		for (ThrowingCallable door : List.<ThrowingCallable>of(() -> this.server.topics().postable(LINUS, name),
				() -> this.server.topics().answerable(LINUS, name))) {
			assertThatExceptionOfType(PersonBlocked.class).isThrownBy(door);
		}
		assertThat(this.server.topics().readable(ADA, name)).isEqualTo(name);
		assertThat(this.server.topics().one(ADA, name).mayPost()).isTrue();
		assertThat(open(2).name()).isEqualTo(name.value());
	}

	@Test
	void letsABlockedPersonReachOthersOnlyInFormerConversations() {
		TopicName former = name(open(2, 3));
		this.server.block(2, 1);
		assertThat(this.server.topics().postable(ADA, former)).isEqualTo(former);
		assertThat(open(2, 3).name()).isEqualTo(former.value());
		assertThatExceptionOfType(ConversationClosed.class).isThrownBy(() -> open(2, 4));
		assertThat(this.server.conversations().open(LINUS, List.of(1L, 4L)).people()).hasSize(3);
	}

	private Listing open(long... others) {
		LongStream.of(others).forEach((other) -> this.server.database().addAccount(other, "account-" + other));
		return this.server.conversations().open(ADA, LongStream.of(others).boxed().toList());
	}

	private static TopicName name(Listing listing) {
		return new TopicName(listing.name());
	}

}
