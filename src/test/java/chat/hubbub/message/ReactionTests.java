package chat.hubbub.message;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.ibm.icu.lang.CharacterProperties;
import com.ibm.icu.lang.UProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import chat.hubbub.account.Role;
import chat.hubbub.account.Secret;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.refusal.Refusal;

import static chat.hubbub.message.Posts.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Reactions in the store. */
class ReactionTests {

	private static final User ADA = new User(new Username("ada"), "ada", Role.MEMBER, 1L);

	private static final User GRACE = guest("grace", "1");

	@TempDir
	private Path folder;

	private Database database;

	private MessageStore store;

	@BeforeEach
	void open() {
		this.database = new Database(this.folder);
		this.database.addTopic("tea");
		this.store = new MessageStore(this.database.client(), this.database.source(), (event) -> {
		}, new FakeClock(), (message, former) -> {
		});
		commit(Posts.ada("1"), Posts.ada("2"));
	}

	@AfterEach
	void close() {
		this.store.destroy();
		this.database.close();
	}

	@Test
	void makesOneEventOfAllReactionsToAMessageInACommit() {
		Commit commit = commit(on(ADA, 1, "👍"), on(GRACE, 2, "👍"), on(GRACE, 1, "👍"), on(GRACE, 1, "❤"));
		assertThat(events(commit)).containsExactly(new Reacted(TEA, 3, 1, "ada", commit.now(),
				Map.of("👍", List.of("ada", "grace"), "❤️", List.of("grace")), Map.of(), Map.of("👍", 2, "❤️", 1)),
				new Reacted(TEA, 4, 2, "grace", commit.now(), Map.of("👍", List.of("grace")), Map.of(),
						Map.of("👍", 1)));
		assertThat(this.store.after(TEA, 2, 10)).isEqualTo(events(commit));
		assertThat(message(1).present().reactions().reactions()).isEqualTo(events(commit).get(0).added())
			.containsOnlyKeys("👍", "❤️");
		assertThat(commit.outcomes()).filteredOn(Outcome::fresh)
			.extracting(Outcome::changed)
			.containsExactly(message(1), message(2));
	}

	@Test
	void countsAPersonOnceAndRepeatsNothing() {
		commit(on(ADA, 1, "👍"));
		assertThat(events(commit(on(ADA, 1, "👍"), on(ADA, 1, "👍")))).isEmpty();
		assertThat(events(commit(off(GRACE, 1, "👍"), off(ADA, 1, "🎉")))).isEmpty();
		assertThat(events(commit(off(ADA, 1, "👍"), on(ADA, 1, "👍")))).isEmpty();
		assertThat(events(commit(on(GRACE, 1, "👍"), off(GRACE, 1, "👍")))).isEmpty();
		assertThat(this.store.head(TEA)).isEqualTo(3);
	}

	@Test
	void takesAReactionBack() {
		commit(on(ADA, 1, "👍"), on(GRACE, 1, "👍"));
		Commit commit = commit(off(ADA, 1, "👍"));
		assertThat(events(commit)).containsExactly(
				new Reacted(TEA, 4, 1, "ada", commit.now(), Map.of(), Map.of("👍", List.of("ada")), Map.of("👍", 1)));
		assertThat(message(1).present().reactions().reactions()).isEqualTo(Map.of("👍", List.of("grace")));
		commit(off(GRACE, 1, "👍"));
		assertThat(message(1).present()).isEqualTo(Present.UNCHANGED);
		commit(on(ADA, 1, "👍"));
		List<Event> replayed = this.store.after(TEA, 2, 10);
		assertThat(replayed).extracting(Event::seq).containsExactly(3L, 4L, 5L, 6L);
		assertThat(replayed.get(0)).extracting("added").isEqualTo(Map.of());
		assertThat(replayed.get(2)).extracting("removed", "counts")
			.containsExactly(Map.of("👍", List.of("grace")), Map.of("👍", 1));
	}

	@Test
	void tellsApartGuestsOfOneName() {
		commit(on(GRACE, 1, "👍"), on(guest("grace", "2"), 1, "👍"), off(guest("grace", "3"), 1, "👍"));
		assertThat(message(1).present().reactions().reactions()).isEqualTo(Map.of("👍", List.of("grace", "grace")));
	}

	@Test
	void refusesTheTwentyFirstKind() {
		List<String> all = Stream.iterate(0, (number) -> number + 1).map(ReactionTests::emoji).limit(21).toList();
		Reaction[] wishes = all.stream().map((emoji) -> on(ADA, 1, emoji)).toArray(Reaction[]::new);
		commit(wishes);
		assertThat(codeOf(wishes[20])).isEqualTo("reaction.limit");
		assertThat(wishes[19].done()).isCompleted();
		assertThat(message(1).present().reactions().reactions()).hasSize(20);
		Reaction known = on(GRACE, 1, all.get(3));
		Reaction other = on(GRACE, 1, all.get(20));
		commit(known, other, off(ADA, 1, all.get(0)));
		assertThat(known.done()).isCompleted();
		assertThat(codeOf(other)).isEqualTo("reaction.limit");
		commit(on(GRACE, 1, all.get(20)));
		assertThat(message(1).present().reactions().reactions()).containsKey(all.get(20)).hasSize(20);
	}

	@Test
	void refusesATransactionWithTheTwentyFirstKindAsAWhole() {
		Reaction[] wishes = IntStream.range(0, 21)
			.mapToObj((number) -> on(ADA, 1, emoji(number)))
			.toArray(Reaction[]::new);
		Post post = Posts.ada("3");
		this.store.store(List.of(new Unit(Stream.<Wish>concat(Stream.of(post), Stream.of(wishes)).toList())), List.of())
			.complete();
		assertThat(codeOf(wishes[0])).isEqualTo("reaction.limit");
		assertThat(post.event()).isCompletedExceptionally();
		assertThat(this.store.head(TEA)).isEqualTo(2);
	}

	@Test
	void storesATransactionWithAMessageAndAReactionAsAWhole() {
		Commit commit = this.store.store(List.of(new Unit(List.of(Posts.ada("3"), on(ADA, 1, "👍")))), List.of());
		assertThat(commit.outcomes()).filteredOn(Outcome::fresh)
			.extracting((outcome) -> outcome.event().type() + outcome.event().seq())
			.containsExactly("posted3", "reacted4");
	}

	@Test
	void refusesAReactionToNoMessageOrADeletedOne() {
		Reaction toNone = on(ADA, 7, "👍");
		Reaction early = on(ADA, 1, "👍");
		Reaction late = on(GRACE, 1, "👍");
		Commit commit = commit(toNone, early, new Deletion(TEA, ADA, 1, "ada"), late);
		assertThat(codeOf(toNone)).isEqualTo("message.unknown");
		assertThat(early.done()).isCompleted();
		assertThat(codeOf(late)).isEqualTo("message.deleted");
		assertThat(events(commit)).isEmpty();
		Reaction toAnEvent = on(ADA, 3, "👍");
		commit(toAnEvent);
		assertThat(codeOf(toAnEvent)).isEqualTo("message.unknown");
	}

	@Test
	void aDeletedMessageLosesItsReactions() {
		commit(on(ADA, 1, "👍"), on(GRACE, 1, "🎉"));
		commit(off(GRACE, 1, "🎉"));
		Commit deletion = commit(new Deletion(TEA, ADA, 1, "ada"));
		assertThat(deletion.outcomes()).extracting(Outcome::repeated).containsExactly(true);
		assertThat(message(1).present().reactions()).isEqualTo(Reactions.NONE);
		assertThat(this.store.after(TEA, 2, 2))
			.allSatisfy((event) -> assertThat(event).extracting("added", "removed", "counts")
				.containsExactly(Map.of(), Map.of(), Map.of()));
		assertThat(this.database.client().sql("select count(*) from message_reaction").query(Long.class).single())
			.isZero();
	}

	@Test
	void anEditKeepsReactions() {
		commit(on(ADA, 1, "👍"));
		Commit edit = commit(new Edit(TEA, ADA, 1, "one", Mentions.NONE));
		assertThat(edit.outcomes().get(0).changed()).isEqualTo(message(1));
		assertThat(message(1).present().reactions().reactions()).isEqualTo(Map.of("👍", List.of("ada")));
	}

	@Test
	void boundsTheNamesOfAMessageAndCountsAll() {
		commit(IntStream.range(0, 250)
			.mapToObj((number) -> on(guest("g" + number, "" + number), 1, "👍"))
			.toArray(Reaction[]::new));
		commit(on(ADA, 1, "🎉"));
		Reactions reactions = message(1).present().reactions();
		assertThat(reactions.reactions().get("👍")).hasSize(Reactions.NAMES).startsWith("g0", "g1");
		assertThat(reactions.reactionCounts()).isEqualTo(Map.of("👍", 250));
		Commit one = commit(off(guest("g3", "3"), 1, "👍"));
		assertThat(events(one).get(0).counts()).isEqualTo(Map.of("👍", 249));
	}

	@Test
	void boundsTheBytesOfNames() {
		for (int kind = 0; kind < 20; kind++) {
			String emoji = emoji(kind);
			commit(IntStream.range(0, 60)
				.mapToObj((number) -> on(guest("名".repeat(30) + number, "" + number), 1, emoji))
				.toArray(Reaction[]::new));
		}
		Reactions reactions = message(1).present().reactions();
		assertThat(reactions.jsonBytes()).isBetween(12_000L, 20_000L);
		assertThat(reactions.counts()).hasSize(20).allSatisfy((emoji, people) -> assertThat(people).isEqualTo(60));
		assertThat(message(1).moreBytes()).isEqualTo(reactions.jsonBytes());
	}

	@Test
	void aDeletedAccountIsRenamed() {
		commit(on(ADA, 1, "👍"), on(guest("ada", "9"), 1, "👍"));
		new SenderStore(this.database.client(), TopicLocks.of(this.database.client(), this.database.source()),
				this.database.transactions())
			.rename("ada", "deleted-1");
		assertThat(message(1).present().reactions().reactions()).isEqualTo(Map.of("👍", List.of("deleted-1", "ada")));
		assertThat(this.store.after(TEA, 2, 1)).extracting("sender").containsExactly("deleted-1");
	}

	private Commit commit(Wish... wishes) {
		Commit commit = this.store.store(Arrays.stream(wishes).map(Unit::of).toList(), List.of());
		commit.complete();
		return commit;
	}

	private Posted message(long seq) {
		return this.store.messagesAfter(TEA, seq - 1, 1).get(0);
	}

	private static List<Reacted> events(Commit commit) {
		return commit.outcomes()
			.stream()
			.filter(Outcome::fresh)
			.map(Outcome::event)
			.filter(Reacted.class::isInstance)
			.map(Reacted.class::cast)
			.toList();
	}

	private static String codeOf(Reaction refused) {
		assertThatThrownBy(() -> refused.done().join()).isInstanceOf(CompletionException.class);
		return refused.done().handle((done, fault) -> ((Refusal) fault).code()).join();
	}

	private static String emoji(int number) {
		return CharacterProperties.getBinaryPropertySet(UProperty.RGI_EMOJI)
			.stream()
			.filter((emoji) -> emoji.codePointCount(0, emoji.length()) == 1)
			.skip(number)
			.findFirst()
			.orElseThrow();
	}

	private static Reaction on(User user, long target, String emoji) {
		return new Reaction(TEA, user, new React(target, new Emoji(emoji), true));
	}

	private static Reaction off(User user, long target, String emoji) {
		return new Reaction(TEA, user, new React(target, new Emoji(emoji), false));
	}

	private static User guest(String name, String session) {
		return User.guest(new Username(name), name, new Secret(session));
	}

}
