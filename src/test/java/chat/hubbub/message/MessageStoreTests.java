package chat.hubbub.message;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import chat.hubbub.account.Role;
import chat.hubbub.account.Secret;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.broker.wire.CustomHeaders;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.topic.TopicName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.dao.DataAccessException;

import static chat.hubbub.message.Posts.TEA;
import static chat.hubbub.message.Posts.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MessageStoreTests {

	private static final TopicName COFFEE = new TopicName("coffee");

	private static final User ADA = User.guest(new Username("ada"), "ada");

	private static final User LINUS = User.guest(new Username("linus"), "linus");

	@TempDir
	private Path folder;

	private final FakeClock clock = new FakeClock();

	private final List<Object> published = new ArrayList<>();

	private Database database;

	private MessageStore store;

	@BeforeEach
	void open() {
		this.database = new Database(this.folder);
		this.database.addTopic("tea");
		this.database.addTopic("coffee");
		this.store = new MessageStore(this.database.client(), this.database.source(), this.published::add, this.clock,
				(message, former) -> {
				});
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void numbersEachTopicWithoutGaps() {
		append(ada("1"), ada("2"), Posts.post(COFFEE, "ada", "1", null), ada("3"));
		append(ada("4"));
		assertThat(texts(TEA)).containsExactly("1", "2", "3", "4");
		assertThat(this.store.after(TEA, 0, 10)).extracting(Event::seq).containsExactly(1L, 2L, 3L, 4L);
		assertThat(this.store.after(COFFEE, 0, 10)).extracting(Event::seq).containsExactly(1L);
	}

	@Test
	void readsWhatItStored() {
		Event stored = append(ada("  Grüße 👋\n", "my-id")).get(0).event();
		assertThat(stored).isEqualTo(new Posted(TEA, 1, "my-id", "ada", new Content("  Grüße 👋\n"), now(stored),
				CustomHeaders.NONE, null, Present.UNCHANGED));
		assertThat(this.store.after(TEA, 0, 10)).containsExactly(stored);
	}

	@Test
	void leavesNoGapBehindAGroupThatFailed() {
		append(ada("1"));
		this.database.breakFor("broken");
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> append(ada("lost"), ada("lost too"), ada("broken")));
		append(ada("2"));
		assertThat(texts(TEA)).containsExactly("1", "2");
		assertThat(this.store.after(TEA, 0, 10)).extracting(Event::seq).containsExactly(1L, 2L);
	}

	@Test
	void readsBackTheNewestFirst() {
		append(IntStream.rangeClosed(1, 7).mapToObj((number) -> ada("" + number)).toArray(Post[]::new));
		assertThat(this.store.messagesBefore(TEA, Long.MAX_VALUE, 3)).extracting("text").containsExactly("7", "6", "5");
		assertThat(this.store.messagesBefore(TEA, 5, 3)).extracting("text").containsExactly("4", "3", "2");
		assertThat(this.store.messagesBefore(TEA, 2, 3)).extracting("text").containsExactly("1");
		assertThat(this.store.messagesBefore(TEA, 1, 3)).isEmpty();
	}

	@Test
	void readsMessagesAsTheyLookNowWithoutWhatElseHappened() {
		append(ada("1"), ada("2"), deletion(TEA, 1), ada("4"), deletion(TEA, 4), deletion(TEA, 2), ada("7"));
		assertThat(this.store.messagesAfter(TEA, 0, 10)).extracting(Posted::seq).containsExactly(1L, 2L, 4L, 7L);
		assertThat(this.store.messagesAfter(TEA, 2, 1)).extracting(Posted::text).containsExactly("");
		assertThat(this.store.messagesBefore(TEA, 7, 2)).extracting(Posted::seq).containsExactly(4L, 2L);
		assertThat(this.store.messagesBefore(TEA, 7, 2)).allMatch(Posted::deleted);
		assertThat(this.store.messagesAfter(TEA, 7, 10)).isEmpty();
	}

	@Test
	void countsMessagesOnlyForTheLast() {
		assertThat(this.store.last(TEA, 5, 0)).hasValue(1);
		append(ada("1"), ada("2"), deletion(TEA, 1), ada("4"), deletion(TEA, 4));
		assertThat(this.store.last(TEA, 1, 5)).hasValue(4);
		assertThat(this.store.last(TEA, 2, 5)).hasValue(2);
		assertThat(this.store.last(TEA, 3, 5)).hasValue(1);
		assertThat(this.store.last(TEA, Long.MAX_VALUE, 5)).hasValue(1);
	}

	@Test
	void seeksTheLastNoFurtherBackThanAThousandEvents() {
		append(IntStream.rangeClosed(1, 600).mapToObj((number) -> ada("" + number)).toArray(Post[]::new));
		append(LongStream.rangeClosed(1, 500).mapToObj((seq) -> deletion(TEA, seq)).toArray(Deletion[]::new));
		assertThat(this.store.last(TEA, 500, 1100)).hasValue(101);
		assertThat(this.store.last(TEA, 501, 1100)).isEmpty();
		assertThat(this.store.last(TEA, 600, 1000)).hasValue(1);
	}

	@Test
	void readsOnTheOldestFirst() {
		append(IntStream.rangeClosed(1, 7).mapToObj((number) -> ada("" + number)).toArray(Post[]::new));
		assertThat(this.store.after(TEA, 0, 3)).extracting("text").containsExactly("1", "2", "3");
		assertThat(this.store.after(TEA, 5, 3)).extracting("text").containsExactly("6", "7");
		assertThat(this.store.after(TEA, 7, 3)).isEmpty();
	}

	@Test
	void readsOneTopicOnly() {
		append(ada("tea"), Posts.post(COFFEE, "ada", "coffee", null));
		assertThat(this.store.messagesBefore(COFFEE, Long.MAX_VALUE, 10)).extracting("text").containsExactly("coffee");
	}

	@Test
	void erasesATextAndWritesItDown() {
		Instant posted = now(append(ada("1", "my-id"), ada("2"), ada("3")).get(0).event());
		Outcome outcome = append(deletion(TEA, 1)).get(0);
		assertThat(outcome.changed()).isEqualTo(new Posted(TEA, 1, "my-id", "ada", Content.ERASED, posted,
				CustomHeaders.NONE, null, Present.deleted("linus", 0)));
		assertThat(outcome.event()).isEqualTo(new Deleted(TEA, 4, 1, "linus", now(outcome.event()), null));
		append(ada("5"));
		assertThat(this.store.after(TEA, 0, 10)).extracting(Event::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
		assertThat(this.store.after(TEA, 0, 1)).containsExactly(outcome.changed());
		assertThat(this.store.after(TEA, 3, 1)).containsExactly(outcome.event());
		assertThat(this.published).containsExactly(deletion(TEA, 1).act());
	}

	@Test
	void storesWishesOfAllKindsInOneCommit() {
		append(ada("1"), ada("2"));
		List<Outcome> outcomes = append(ada("3"), deletion(TEA, 1), ada("5"), deletion(TEA, 3), deletion(TEA, 1),
				ada("7"));
		assertThat(outcomes).extracting(Outcome::fresh).containsExactly(true, true, true, true, false, true);
		assertThat(outcomes.get(3).changed()).extracting(Posted::seq).isEqualTo(3L);
		assertThat(this.store.after(TEA, 0, 10)).extracting(Event::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
		assertThat(this.store.after(TEA, 0, 10)).filteredOn((event) -> event instanceof Posted)
			.extracting("text")
			.containsExactly("", "2", "", "5", "7");
	}

	@Test
	void grantsNothingOfAUnitWhoseIdIsTaken() {
		append(ada("1", "my-id"));
		Commit commit = this.store.store(List.of(new Unit(List.of(deletion(TEA, 1), ada("other", "my-id")))),
				List.of());
		assertThat(commit.outcomes()).isEmpty();
		assertThat(commit.refused()).singleElement()
			.satisfies((refused) -> assertThat(refused.refusal()).isInstanceOf(IdTaken.class));
		assertThat(texts(TEA)).containsExactly("1");
	}

	@Test
	void knowsARetryOfWhatIsDeletedInTheSameCommit() {
		append(ada("1", "my-id"));
		List<Outcome> outcomes = append(ada("1", "my-id"), deletion(TEA, 1), ada("1", "my-id"));
		assertThat(outcomes).extracting(Outcome::fresh).containsExactly(false, true, false);
		assertThat(outcomes.get(2).event()).isEqualTo(outcomes.get(1).changed());
	}

	@Test
	void erasesNothingTwiceAndNothingThatIsNoMessage() {
		append(ada("1"));
		assertThat(append(deletion(TEA, 1)).get(0).fresh()).isTrue();
		for (long seq = 0; seq < 4; seq++) {
			assertThat(append(deletion(TEA, seq)).get(0).event()).isNull();
		}
		assertThat(append(deletion(COFFEE, 1)).get(0).event()).isNull();
		assertThat(this.store.head(TEA)).isEqualTo(2);
		assertThat(this.published).hasSize(1);
	}

	@Test
	void replacesATextAndKeepsNoFormerOne() {
		Instant posted = now(append(ada("1", "my-id"), ada("2")).get(0).event());
		this.clock.advance(Duration.ofSeconds(1));
		Outcome first = append(edit(1, "one")).get(0);
		this.clock.advance(Duration.ofSeconds(1));
		Outcome second = append(edit(1, "uno")).get(0);
		Instant edited = now(second.event());
		assertThat(second.event()).isEqualTo(new Edited(TEA, 4, 1, "ada", "uno", edited, edited, false));
		assertThat(second.changed()).isEqualTo(new Posted(TEA, 1, "my-id", "ada", new Content("uno"), posted,
				CustomHeaders.NONE, null, Present.UNCHANGED.edited(edited)));
		assertThat(first.repeated()).isFalse();
		assertThat(second.repeated()).isTrue();
		Edited now = new Edited(TEA, 3, 1, "ada", "uno", ((Edited) first.event()).sentAt(), edited, false);
		assertThat(this.store.after(TEA, 0, 1)).containsExactly(second.changed());
		assertThat(this.store.after(TEA, 2, 9)).containsExactly(now, second.event());
		assertThat(this.store.messagesBefore(TEA, 2, 9)).containsExactly(second.changed());
	}

	@Test
	void anEditThatIsSentAgainChangesNothing() {
		append(ada("1"));
		assertThat(append(edit(1, "one"), edit(1, "one"))).extracting(Outcome::fresh).containsExactly(true, false);
		assertThat(append(edit(1, "one")).get(0).event()).isNull();
		assertThat(this.store.head(TEA)).isEqualTo(2);
	}

	@Test
	void refusesAnEditOfWhatIsDeletedOrNoMessage() {
		append(ada("1"), ada("2"), deletion(TEA, 1), edit(2, "two"));
		assertThat(refusal(edit(1, "one"))).isInstanceOf(MessageGone.class);
		for (long seq : new long[] { 0, 3, 4, 5 }) {
			assertThat(refusal(edit(seq, "one"))).isInstanceOf(MessageNotFound.class);
		}
		assertThat(refusal(new Edit(COFFEE, LINUS, 1, "one", Mentions.NONE))).isInstanceOf(MessageNotFound.class);
		assertThat(this.store.head(TEA)).isEqualTo(4);
	}

	@Test
	void refusesAllEditsOfAUnitWithAnUnknownTarget() {
		append(ada("1"));
		Commit commit = this.store.store(List.of(new Unit(List.of(edit(1, "one"), edit(9, "nine")))), List.of());
		assertThat(commit.refused()).hasSize(1);
		assertThat(texts(TEA)).containsExactly("1");
	}

	@Test
	void aDeletionErasesAnEditedTextInAllEvents() {
		append(ada("1"), edit(1, "one"));
		Outcome deleted = append(deletion(TEA, 1)).get(0);
		assertThat(deleted.repeated()).isTrue();
		assertThat(this.store.after(TEA, 1, 1)).singleElement().satisfies((event) -> {
			assertThat(event.text()).isEmpty();
			assertThat(((Edited) event).deleted()).isTrue();
		});
		assertThat(this.store.messagesAfter(TEA, 0, 9)).containsExactly(deleted.changed());
	}

	@Test
	void knowsARetryOfWhatWasEditedMeanwhile() {
		append(ada("1", "my-id"), edit(1, "one"));
		Outcome again = append(ada("1", "my-id")).get(0);
		assertThat(again.fresh()).isFalse();
		assertThat(again.event()).extracting(Event::text).isEqualTo("one");
	}

	@Test
	void aReplyQuotesTheMessageAsItIsNow() {
		append(ada("  \n  tea?  \nor coffee"), reply(1, "yes"));
		assertThat(posted(2)).extracting(Posted::reply).isEqualTo(new Quote(1, "ada", "tea?", false, 1));
		append(edit(1, "x".repeat(200)), reply(1, "me too"));
		assertThat(posted(2).reply()).isEqualTo(new Quote(1, "ada", "x".repeat(140) + "…", false, 2));
		assertThat(posted(1).present().replies()).isEqualTo(2);
		append(deletion(TEA, 1));
		assertThat(posted(2).reply()).isEqualTo(new Quote(1, "ada", null, true, 2));
		assertThat(posted(2).text()).isEqualTo("yes");
	}

	@Test
	void aReplyInTheSameCommitAsAnEditQuotesTheNewText() {
		append(ada("slip"));
		List<Outcome> outcomes = append(reply(1, "yes"), edit(1, "now"), reply(1, "no"));
		assertThat(outcomes).filteredOn((outcome) -> outcome.event() instanceof Posted)
			.extracting((outcome) -> ((Posted) outcome.event()).reply())
			.containsOnly(new Quote(1, "ada", "now", false, 2));
		assertThat(outcomes.get(1).repeated()).isTrue();
	}

	@Test
	void aDeletedReplyDoesNotCountAndQuotesNothing() {
		append(ada("tea?"), reply(1, "yes"), reply(1, "no"));
		Outcome deleted = append(deletion(TEA, 2)).get(0);
		Quote quote = new Quote(1, "ada", "tea?", false, 1);
		assertThat(((Deleted) deleted.event()).reply()).isEqualTo(quote);
		assertThat(this.store.after(TEA, 3, 1)).containsExactly(deleted.event());
		assertThat(posted(1).present().replies()).isEqualTo(1);
		assertThat(posted(2).reply()).isNull();
		assertThat(posted(3).reply()).isEqualTo(quote);
	}

	@Test
	void refusesAReplyToWhatIsDeletedOrNoMessageOfTheTopic() {
		append(ada("1"), ada("2"), deletion(TEA, 1), Posts.post(COFFEE, "ada", "coffee", null));
		assertThat(refusal(reply(1, "yes"))).isInstanceOf(MessageGone.class);
		for (long seq : new long[] { -1, 0, 3, 4, Long.MAX_VALUE }) {
			assertThat(refusal(reply(seq, "yes"))).isInstanceOf(MessageNotFound.class);
		}
		assertThat(refusal(
				new Post(COFFEE, ADA, new Draft(new Content("yes", 2L), null, CustomHeaders.NONE), Mentions.NONE)))
			.isInstanceOf(MessageNotFound.class);
	}

	@Test
	void aRetryHasTheSameReplyToo() {
		append(ada("1"), ada("2"), reply(1, "yes", "my-id"));
		assertThat(append(reply(1, "yes", "my-id")).get(0).fresh()).isFalse();
		assertThat(refusal(reply(2, "yes", "my-id"))).isInstanceOf(IdTaken.class);
		assertThat(refusal(ada("yes", "my-id"))).isInstanceOf(IdTaken.class);
		append(edit(3, "no"), deletion(TEA, 1));
		assertThat(append(reply(1, "yes", "my-id")).get(0).fresh()).isFalse();
		assertThat(refusal(reply(2, "yes", "my-id"))).isInstanceOf(IdTaken.class);
	}

	@Test
	void readsAroundAMessage() {
		append(IntStream.rangeClosed(1, 9).mapToObj((number) -> ada("" + number)).toArray(Post[]::new));
		append(edit(5, "five"));
		assertThat(this.store.messagesAround(TEA, 5, 4)).extracting("text").containsExactly("4", "five", "6", "7");
		assertThat(this.store.messagesAround(TEA, 5, 1)).extracting("text").containsExactly("five");
		assertThat(this.store.messagesAround(TEA, 1, 4)).extracting("text").containsExactly("1", "2", "3");
		assertThat(this.store.messagesAround(TEA, 99, 4)).extracting("text").containsExactly("8", "9");
	}

	@Test
	void knowsAGuestByTheSessionAndNotByTheName() {
		User guest = User.guest(new Username("eve"), "eve", new Secret("one"));
		append(new Post(TEA, guest, new Draft("mine", null), Mentions.NONE));
		Authorship author = this.store.authorship(TEA, 1).orElseThrow();
		assertThat(author.isOf(guest)).isTrue();
		assertThat(author.isOf(User.guest(new Username("mallory"), "mallory", new Secret("one")))).isTrue();
		assertThat(author.isOf(User.guest(new Username("eve"), "eve", new Secret("two")))).isFalse();
		assertThat(author.isOf(User.guest(new Username("eve"), "eve"))).isFalse();
		assertThat(author.isOf(new User(new Username("eve"), "eve", Role.MEMBER, 1L))).isFalse();
	}

	@Test
	void knowsWhoPostedAMessage() {
		append(ada("1"));
		append(deletion(TEA, 1));
		assertThat(this.store.authorship(TEA, 1)).contains(new Authorship("ada", "ada", null));
		assertThat(this.store.authorship(TEA, 2)).isEmpty();
		assertThat(this.store.authorship(COFFEE, 1)).isEmpty();
	}

	private List<Outcome> append(Wish... wishes) {
		return this.store.store(Stream.of(wishes).map(Unit::of).toList(), List.of()).outcomes();
	}

	/** The time of an event that was just stored. PostgreSQL has a clock of its own. */
	private Instant now(Event event) {
		if (this.database.isAFile()) {
			return this.clock.instant();
		}
		if (event instanceof Posted posted) {
			return posted.sentAt();
		}
		return (event instanceof Edited edited) ? edited.sentAt() : ((Deleted) event).sentAt();
	}

	private Refusal refusal(Wish wish) {
		return this.store.store(List.of(Unit.of(wish)), List.of()).refused().get(0).refusal();
	}

	private static Post reply(long original, String text) {
		return reply(original, text, null);
	}

	private static Post reply(long original, String text, String id) {
		return new Post(TEA, ADA, new Draft(new Content(text, original), id, CustomHeaders.NONE), Mentions.NONE);
	}

	private Posted posted(long seq) {
		return this.store.messagesAfter(TEA, seq - 1, 1).get(0);
	}

	private static Edit edit(long seq, String text) {
		return new Edit(TEA, ADA, seq, text, Mentions.NONE);
	}

	private static Deletion deletion(TopicName topic, long seq) {
		return new Deletion(topic, LINUS, seq, "ada");
	}

	private List<String> texts(TopicName topic) {
		return this.store.after(topic, 0, 10).stream().map((event) -> ((Posted) event).text()).toList();
	}

}
