package chat.hubbub.topic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import chat.hubbub.account.Account;
import chat.hubbub.account.AccountDeparting;
import chat.hubbub.account.RightMissing;
import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.fixture.Published;
import chat.hubbub.fixture.TestBus;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TopicsTests {

	private static final TopicName TEA = new TopicName("tea");

	private static final User GUEST = User.guest(new Username("grace"), "grace");

	private static final User ADA = new User(new Username("ada"), "ada", Role.MEMBER, 1L);

	private static final User LINUS = new User(new Username("linus"), "linus", Role.MEMBER, 2L);

	private static final User ADMIN = new User(new Username("olga"), "olga", Role.ADMIN, 3L);

	@TempDir
	private Path folder;

	private final List<Object> events = new ArrayList<>();

	private final FakeDiscipline discipline = new FakeDiscipline();

	private Database database;

	@BeforeEach
	void open() {
		this.database = new Database(this.folder);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void hasALobbyFromTheStart() {
		assertThat(topics().readable(GUEST, new TopicName("lobby"))).isEqualTo(TopicName.LOBBY);
	}

	@Test
	void doesNotFindWhatIsNotThere() {
		Topics topics = topics();
		assertThatExceptionOfType(TopicNotFound.class).isThrownBy(() -> topics.readable(GUEST, TEA))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("topic.unknown"));
	}

	@Test
	void findsATopicOnceItIsCreated() {
		Topics topics = topics();
		topics.create(GUEST, tea("Tea"));
		assertThat(topics.readable(GUEST, TEA)).isEqualTo(TEA);
	}

	@Test
	void tellsOfATopicThatIsCreated() {
		topics().create(GUEST, tea("Tea"));
		assertThat(this.events).containsExactly(new TopicCreated(new Rights(tea("Tea"), Map.of())));
	}

	@Test
	void refusesToCreateATopicTwice() {
		Topics topics = topics();
		topics.create(GUEST, tea("Tea"));
		assertThatExceptionOfType(TopicExists.class).isThrownBy(() -> topics.create(GUEST, tea("Another")))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("topic.exists"));
		assertThat(this.events).hasSize(1);
		assertThat(topics.all(GUEST)).extracting(Listing::title).containsExactly("Lobby", "Tea");
	}

	@Test
	void keepsItsTopicsOverARestart() {
		topics().create(GUEST, tea("Tea"));
		assertThat(topics().readable(GUEST, TEA)).isEqualTo(TEA);
	}

	@Test
	void createsTheTopicsOfTheConfiguration() {
		Topics topics = topics(new TopicProperties.Line("tea", "Tea", null, null, null));
		assertThat(topics.readable(GUEST, TEA)).isEqualTo(TEA);
	}

	@Test
	void bringsAConfiguredTopicUpToDateAndKeepsItsHead() {
		topics().create(GUEST, tea("Tea"));
		this.database.template().update("update topic set head = 7 where name = 'tea'");
		Topics topics = topics(new TopicProperties.Line("tea", "High tea", "At five", null, null));
		assertThat(topics.all(GUEST))
			.contains(new Listing("tea", "High tea", "At five", 7, "open", false, true, false, false));
	}

	@Test
	void keepsATopicThatLeftTheConfiguration() {
		topics(new TopicProperties.Line("tea", "Tea", null, null, null));
		assertThat(topics().readable(GUEST, TEA)).isEqualTo(TEA);
	}

	@Test
	void refusesToStartWithAnIllFormedTopic() {
		assertThatExceptionOfType(IllFormedTopicName.class)
			.isThrownBy(() -> topics(new TopicProperties.Line("High Tea", null, null, null, null)));
	}

	@Test
	void letsNobodyIntoAPrivateTopicButItsPeopleAndTheAdmins() {
		Topics topics = topics();
		topics.create(ADA, topic(Access.PRIVATE, false));
		assertThat(topics.readable(ADA, TEA)).isEqualTo(TEA);
		assertThat(topics.readable(ADMIN, TEA)).isEqualTo(TEA);
		assertNotThere(topics, LINUS, TEA);
		assertNotThere(topics, GUEST, TEA);
		topics.invite(ADA, TEA, 2, Standing.MEMBER);
		assertThat(topics.postable(LINUS, TEA)).isEqualTo(TEA);
		topics.dismiss(ADA, TEA, 2);
		assertNotThere(topics, LINUS, TEA);
	}

	@Test
	void keepsItsPeopleOverARestart() {
		Topics before = topics();
		before.create(ADA, topic(Access.PRIVATE, true));
		before.invite(ADA, TEA, 2, Standing.MEMBER);
		Topics topics = topics();
		assertThat(topics.moderated(ADA, TEA)).isEqualTo(before.moderated(ADA, TEA));
		assertThat(topics.readable(LINUS, TEA)).isEqualTo(TEA);
		assertNotThere(topics, GUEST, TEA);
	}

	@Test
	void letsWhoHasAnAccountIntoATopicForMembers() {
		Topics topics = topics();
		topics.create(ADA, topic(Access.MEMBERS, false));
		assertThat(topics.postable(LINUS, TEA)).isEqualTo(TEA);
		assertNotThere(topics, GUEST, TEA);
	}

	@Test
	void letsOnlyModeratorsPostAnnouncements() {
		Topics topics = topics();
		topics.create(ADA, topic(Access.OPEN, true));
		assertThat(topics.postable(ADA, TEA)).isEqualTo(TEA);
		assertThat(topics.postable(ADMIN, TEA)).isEqualTo(TEA);
		assertThat(topics.readable(GUEST, TEA)).isEqualTo(TEA);
		assertThatExceptionOfType(RightMissing.class).isThrownBy(() -> topics.postable(LINUS, TEA));
		assertThatExceptionOfType(RightMissing.class).isThrownBy(() -> topics.postable(GUEST, TEA));
		topics.invite(ADA, TEA, 2, Standing.MODERATOR);
		assertThat(topics.postable(LINUS, TEA)).isEqualTo(TEA);
	}

	@Test
	void letsOnlyModeratorsChangeATopic() {
		Topics topics = topics();
		topics.create(ADA, topic(Access.OPEN, false));
		topics.invite(ADA, TEA, 2, Standing.MEMBER);
		for (User other : List.of(LINUS, GUEST)) {
			assertThatExceptionOfType(RightMissing.class).isThrownBy(() -> topics.change(other, TEA, (topic) -> topic));
			assertThatExceptionOfType(RightMissing.class)
				.isThrownBy(() -> topics.invite(other, TEA, 3, Standing.MEMBER));
			assertThatExceptionOfType(RightMissing.class).isThrownBy(() -> topics.dismiss(other, TEA, 1));
		}
		assertThat(topics.change(ADMIN, TEA, (topic) -> topic(Access.PRIVATE, false)).topic().access())
			.isEqualTo(Access.PRIVATE);
		assertNotThere(topics, GUEST, TEA);
	}

	@Test
	void letsEverybodyTakeOutThemselves() {
		Topics topics = topics();
		topics.create(ADA, topic(Access.PRIVATE, false));
		topics.invite(ADA, TEA, 2, Standing.MEMBER);
		topics.dismiss(LINUS, TEA, 2);
		assertNotThere(topics, LINUS, TEA);
	}

	@Test
	void forgetsWhoseAccountIsGone() {
		Topics topics = topics();
		topics.create(ADA, topic(Access.PRIVATE, false));
		topics.invite(ADA, TEA, 2, Standing.MODERATOR);
		topics.forget(new AccountDeparting(new Account(2, LINUS.username(), Role.MEMBER, 0)));
		assertNotThere(topics, LINUS, TEA);
		assertNotThere(topics(), LINUS, TEA);
		assertThat(topics.moderated(ADA, TEA).people()).containsOnlyKeys(1L);
	}

	@Test
	void listsWhatTheReaderMayReadAndNothingElse() {
		Topics topics = topics();
		topics.create(ADA, topic(Access.PRIVATE, false));
		assertThat(topics.all(GUEST)).extracting(Listing::name).containsExactly("lobby");
		assertThat(topics.all(LINUS)).extracting(Listing::name).containsExactly("lobby");
		assertThat(topics.all(ADA)).contains(new Listing("tea", "Tea", "", 0, "private", false, true, true, true));
	}

	@Test
	void letsCreateTopicsOnlyWhoMay() {
		assertThatExceptionOfType(RightMissing.class).isThrownBy(() -> topicsBy(Role.MEMBER).create(GUEST, tea("Tea")));
		assertThatExceptionOfType(RightMissing.class).isThrownBy(() -> topicsBy(Role.ADMIN).create(ADA, tea("Tea")));
		assertThat(this.events).isEmpty();
		assertThat(topicsBy(Role.MEMBER).create(ADA, tea("Tea")).people()).containsEntry(1L, Standing.MODERATOR);
	}

	@Test
	void givesAGuestNoTopicThatIsNotForEverybody() {
		Topics topics = topics();
		assertThatExceptionOfType(RightMissing.class)
			.isThrownBy(() -> topics.create(GUEST, topic(Access.MEMBERS, false)));
		assertThatExceptionOfType(RightMissing.class)
			.isThrownBy(() -> topics.create(GUEST, topic(Access.PRIVATE, false)));
		assertThatExceptionOfType(RightMissing.class).isThrownBy(() -> topics.create(GUEST, topic(Access.OPEN, true)));
		assertNotThere(topics, ADMIN, TEA);
	}

	@Test
	void keepsTheLobbyOpen() {
		Topics topics = topics();
		assertThatExceptionOfType(IllFormedTopic.class).isThrownBy(() -> topics.change(ADMIN, TopicName.LOBBY,
				(lobby) -> new Topic(TopicName.LOBBY, "Lobby", "", Access.PRIVATE, false)));
		assertThat(topics.readable(GUEST, TopicName.LOBBY)).isEqualTo(TopicName.LOBBY);
		assertThatExceptionOfType(IllFormedTopic.class)
			.isThrownBy(() -> topics(new TopicProperties.Line("lobby", null, null, Access.MEMBERS, null)));
	}

	@Test
	void takesTheAccessOfTheConfiguration() {
		Topics topics = topics(new TopicProperties.Line("tea", "Tea", null, Access.MEMBERS, true));
		assertNotThere(topics, GUEST, TEA);
		assertThatExceptionOfType(RightMissing.class).isThrownBy(() -> topics.postable(ADA, TEA));
	}

	@Test
	void opensNoTopicBecauseTheConfigurationIsSilent() {
		topics().create(ADA, topic(Access.PRIVATE, true));
		Topics topics = topics(new TopicProperties.Line("tea", "High tea", null, null, null));
		assertNotThere(topics, GUEST, TEA);
		assertThat(topics.moderated(ADA, TEA).topic()).isEqualTo(new Topic(TEA, "High tea", "", Access.PRIVATE, true));
	}

	@Test
	void tellsOfAChangeAndOfNoneIfNothingChanges() {
		Topics topics = topics();
		Rights before = topics.create(ADA, topic(Access.OPEN, false));
		this.events.clear();
		topics.change(ADA, TEA, (topic) -> topic);
		topics.dismiss(ADA, TEA, 2);
		assertThat(this.events).isEmpty();
		Rights after = topics.change(ADA, TEA, (topic) -> topic(Access.PRIVATE, false));
		assertThat(this.events).containsExactly(new TopicChanged(before, after));
	}

	@Test
	void keepsOutWhoIsBannedAndSaysSo() {
		Topics topics = topics();
		topics.create(ADA, topic(Access.OPEN, false));
		this.discipline.ban(GUEST, TEA);
		for (ThrowingCallable door : List.<ThrowingCallable>of(() -> topics.readable(GUEST, TEA),
				() -> topics.postable(GUEST, TEA), () -> topics.moderated(GUEST, TEA), () -> topics.one(GUEST, TEA))) {
			assertThatExceptionOfType(FakeDiscipline.Punished.class).isThrownBy(door);
		}
		assertThat(topics.mayRead(GUEST, TEA)).isFalse();
		assertThat(topics.all(GUEST)).extracting(Listing::name).containsExactly("lobby");
		assertThat(topics.mayRead(ADA, TEA)).isTrue();
		assertThat(topics.mayModerate(ADA, TEA)).isTrue();
	}

	@Test
	void doesNotTellByABanThatATopicIsThere() {
		Topics topics = topics();
		topics.create(ADA, topic(Access.PRIVATE, false));
		this.discipline.ban(GUEST, TEA);
		this.discipline.mute(GUEST, TEA);
		assertNotThere(topics, GUEST, TEA);
	}

	@Test
	void letsWhoIsMutedReadAndNotPost() {
		Topics topics = topics();
		topics.create(ADA, topic(Access.OPEN, false));
		this.discipline.mute(GUEST, TEA);
		assertThatExceptionOfType(FakeDiscipline.Punished.class).isThrownBy(() -> topics.postable(GUEST, TEA));
		assertThat(topics.readable(GUEST, TEA)).isEqualTo(TEA);
		assertThat(topics.postable(ADA, TEA)).isEqualTo(TEA);
	}

	private static void assertNotThere(Topics topics, User user, TopicName name) {
		TopicName nowhere = new TopicName("nowhere");
		String sentence = new TopicNotFound(name).sentence();
		assertThat(sentence).isEqualTo(new TopicNotFound(nowhere).sentence().replace("nowhere", name.value()));
		for (ThrowingCallable door : List.<ThrowingCallable>of(() -> topics.readable(user, name),
				() -> topics.postable(user, name), () -> topics.moderated(user, name), () -> topics.one(user, name),
				() -> topics.change(user, name, (topic) -> topic), () -> topics.invite(user, name, 9, Standing.MEMBER),
				() -> topics.dismiss(user, name, 9))) {
			assertThatExceptionOfType(TopicNotFound.class).isThrownBy(door)
				.satisfies((refusal) -> assertThat(refusal.sentence()).isEqualTo(sentence));
		}
		assertThat(topics.mayRead(user, name)).isFalse();
	}

	private Topics topicsBy(Role role) {
		return new Topics(new TopicStore(this.database.client()), new TopicProperties(List.of(), role),
				this.database.transactions(), new FakeClock(), this::note, new TestBus(), this.discipline);
	}

	/** Without what is told while it is stored. */
	private void note(Object event) {
		if (!(event instanceof TopicChanging || event instanceof TopicCreating)) {
			Published.to(this.events).publishEvent(event);
		}
	}

	private static Topic topic(Access access, boolean announcements) {
		return new Topic(TEA, "Tea", "", access, announcements);
	}

	private Topics topics(TopicProperties.Line... configured) {
		return new Topics(new TopicStore(this.database.client()), new TopicProperties(List.of(configured), Role.GUEST),
				this.database.transactions(), new FakeClock(), this::note, new TestBus(), this.discipline);
	}

	private static Topic tea(String title) {
		return new Topic(TEA, title, "");
	}

}
