package chat.hubbub.search.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import chat.hubbub.search.text.Cases;
import chat.hubbub.search.text.Match;
import chat.hubbub.search.text.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The index holds the words of present texts, and no others, in both databases. */
class SearchIndexIntegrationTests {

	private static final int MESSAGES = 1_500;

	private static final int QUERIES = 600;

	private static final String SECRET = "zanzibarquux";

	@TempDir
	private Path folder;

	/** The databases that Hubbub stores in. */
	enum Kind {

		SQLITE, POSTGRESQL;

		Stores in(Path folder) {
			return (this == SQLITE) ? Stores.sqlite(folder) : Stores.postgreSql(folder);
		}

	}

	@ParameterizedTest
	@EnumSource
	void findsEveryCase(Kind kind) {
		List<Cases> cases = Cases.all();
		try (Stores store = kind.in(this.folder)) {
			store.post(1, cases.stream().map(Cases::text).toList());
			store.add(store.read(LongStream.rangeClosed(1, cases.size()).boxed().toArray(Long[]::new)));
			for (int at = 0; at < cases.size(); at++) {
				Cases each = cases.get(at);
				assertThat(store.find(each.query(), 1_000).contains(at + 1L)).as(each.toString())
					.isEqualTo(each.found());
			}
		}
	}

	@Test
	void bothDatabasesFindTheSame() {
		Random random = new Random(7);
		List<String> texts = IntStream.range(0, MESSAGES).mapToObj((at) -> text(random)).toList();
		Long[] seqs = LongStream.rangeClosed(1, MESSAGES).boxed().toArray(Long[]::new);
		try (Stores sqlite = Kind.SQLITE.in(this.folder); Stores postgreSql = Kind.POSTGRESQL.in(this.folder)) {
			for (Stores store : List.of(sqlite, postgreSql)) {
				store.post(1, texts);
				store.add(store.read(seqs));
			}
			for (int round = 0; round < QUERIES; round++) {
				Query query = Query.of(query(random));
				List<Long> expected = new ArrayList<>();
				for (int at = MESSAGES; at > 0 && expected.size() < 50; at--) {
					if (Match.of(query, texts.get(at - 1)).isPresent()) {
						expected.add((long) at);
					}
				}
				assertThat(sqlite.find(query, 50)).as(query.toString()).isEqualTo(expected);
				assertThat(postgreSql.find(query, 50)).as(query.toString()).isEqualTo(expected);
			}
		}
	}

	/** PostgreSQL has no more places for words: the caller compares the text. */
	@ParameterizedTest
	@EnumSource
	void findsAPhraseAnywhereInALongText(Kind kind) {
		try (Stores store = kind.in(this.folder)) {
			store.post(1, List.of("a few words ".repeat(300) + "red bus", "长".repeat(17_000) + "北京大学", "a red bus"));
			store.add(store.read(1L, 2L, 3L));
			assertThat(store.find("\"red bus\"", 10)).containsExactly(3L, 1L);
			assertThat(store.find("\"few words a few\"", 10)).containsExactly(1L);
			assertThat(store.find("京大学", 10)).containsExactly(2L);
		}
	}

	@ParameterizedTest
	@EnumSource
	void forgetsATextThatIsErasedAfterItCame(Kind kind) {
		try (Stores store = kind.in(this.folder)) {
			store.post(1, SECRET);
			store.add(store.read(1L));
			assertThat(store.find(SECRET, 10)).containsExactly(1L);
			store.delete(1, SECRET);
			assertThat(store.find(SECRET, 10)).isEmpty();
			assertThat(rows(store)).isZero();
			store.post(2, SECRET + " one");
			store.add(store.read(2L));
			store.edit(2, SECRET + " one", "two");
			assertThat(store.find(SECRET, 10)).isEmpty();
			store.add(store.read(2L));
			assertThat(store.find("two", 10)).containsExactly(2L);
			assertThat(rows(store)).isEqualTo(1);
		}
	}

	/** The follower has read the message, and stores its step later. */
	@ParameterizedTest
	@EnumSource
	void doesNotTakeATextThatIsErasedBeforeItComes(Kind kind) {
		try (Stores store = kind.in(this.folder)) {
			store.post(1, List.of(SECRET, SECRET + " one"));
			var read = store.read(1L, 2L);
			store.delete(1, SECRET);
			store.edit(2, SECRET + " one", "two");
			store.add(read);
			assertThat(store.find(SECRET, 10)).isEmpty();
			assertThat(store.find("two", 10)).containsExactly(2L);
			store.delete(2, "two");
			assertThat(store.find("two", 10)).isEmpty();
			assertThat(store.read(1L, 2L)).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void holdsAMessageOnceHoweverOftenItComes(Kind kind) {
		try (Stores store = kind.in(this.folder)) {
			store.post(1, SECRET);
			store.add(store.read(1L));
			store.add(store.read(1L));
			assertThat(store.find(SECRET, 10)).containsExactly(1L);
			store.delete(1, SECRET);
			assertThat(store.find(SECRET, 10)).isEmpty();
		}
	}

	/** Not in tables, not in free pages, and not in the index of words. */
	@Test
	void leavesNothingOfAnErasedTextInTheFile() throws IOException {
		try (Stores store = Kind.SQLITE.in(this.folder)) {
			List<String> texts = IntStream.range(0, 2_000)
				.mapToObj((at) -> "message number " + at + " ordinary")
				.toList();
			store.post(1, texts);
			store.post(2_001, List.of(SECRET + "deleted", SECRET + "edited", "kept" + SECRET.substring(4)));
			for (long seq = 1; seq <= 2_003; seq += 89) {
				store.add(store.read(LongStream.range(seq, Math.min(seq + 89, 2_004)).boxed().toArray(Long[]::new)));
			}
			checkpoint(store);
			assertThat(bytes()).contains(SECRET);
			store.delete(2_001, SECRET + "deleted");
			store.edit(2_002, SECRET + "edited", "now");
			checkpoint(store);
			assertThat(bytes()).doesNotContain(SECRET).doesNotContain(SECRET.substring(0, 8)).contains("kept");
			assertThat(store.find("ordinary", 3_000)).hasSize(2_000);
		}
	}

	@ParameterizedTest
	@EnumSource
	void isMadeAnewForAnotherTokeniser(Kind kind) {
		try (Stores store = kind.in(this.folder)) {
			store.post(1, "tea");
			store.add(store.read(1L));
			store.jdbc().update("insert into follower_cursor (follower, topic, seq) values ('search', 'tea', 1)");
			assertThat(store.open().isComplete()).isTrue();
			store.jdbc().update("update search_index set stamp = 'another'");
			assertThatIllegalStateException().isThrownBy(() -> store.add(store.read(1L)));
			assertThat(store.open().isComplete()).isFalse();
			assertThat(store.find("tea", 10)).isEmpty();
			assertThat(store.jdbc().queryForObject("select count(*) from follower_cursor", Long.class)).isZero();
			store.add(store.read(1L));
			store.jdbc().update("insert into follower_cursor (follower, topic, seq) values ('search', 'tea', 1)");
			assertThat(store.index().isComplete()).isTrue();
			assertThat(store.find("tea", 10)).containsExactly(1L);
		}
	}

	/** As of one table, in which PostgreSQL counts the words of too many hits. */
	@ParameterizedTest
	@EnumSource
	void findsTheNewestOfMany(Kind kind) {
		try (Stores store = kind.in(this.folder)) {
			store.post(1, Collections.nCopies(2_500, "tea time"));
			store.add(store.read(LongStream.rangeClosed(1, 2_500).boxed().toArray(Long[]::new)));
			assertThat(store.find("tea", 3)).containsExactly(2_500L, 2_499L, 2_498L);
			assertThat(store.find("\"tea time\"", 3)).containsExactly(2_500L, 2_499L, 2_498L);
			Condition condition = new Condition(Query.of("ti").terms(), List.of(), Set.of("tea"), 10, 13);
			assertThat(store.index().find(condition, 5).list()).extracting(Found::id).containsExactly(12L, 11L, 10L);
			assertThat(store.index()
				.find(new Condition(Query.of("ti").terms(), List.of(), Set.of("films"), 0, Long.MAX_VALUE), 5)
				.list()).isEmpty();
		}
	}

	/** PostgreSQL walks the newest 3,000 messages before it asks the index of words. */
	@ParameterizedTest
	@EnumSource
	void findsWhatIsOlderThanTheNewest(Kind kind) {
		try (Stores store = kind.in(this.folder)) {
			store.post(1, List.of("rare", "rare"));
			store.post(3, Collections.nCopies(2_500, "tea time"));
			store.post(2_503, Collections.nCopies(3_500, "nothing"));
			store.post(6_003, List.of("rare", "tea"));
			store.add(store.read(LongStream.rangeClosed(1, 6_004).boxed().toArray(Long[]::new)));
			assertThat(store.find("rare", 1)).containsExactly(6_003L);
			assertThat(store.find("rare", 3)).containsExactly(6_003L, 2L, 1L);
			assertThat(store.find("rare", 4)).containsExactly(6_003L, 2L, 1L);
			assertThat(store.find("tea", 3)).containsExactly(6_004L, 2_502L, 2_501L);
			assertThat(store.find("nothing", 1)).containsExactly(6_002L);
			assertThat(store.find("never", 1)).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void findsThePlaceOfATime(Kind kind) {
		try (Stores store = kind.in(this.folder)) {
			assertThat(store.index().firstSince(5)).isEqualTo(1);
			store.post(1, List.of("a", "b", "c", "d"));
			store.jdbc().update("delete from event where seq = 2");
			store.jdbc().update("delete from message where id = 2");
			assertThat(LongStream.of(0, 1_000, 1_001, 3_000, 3_001, 4_000, 4_001)
				.map(store.index()::firstSince)
				.mapToObj((id) -> (id == 2) ? 3L : id)
				.toList()).containsExactly(1L, 1L, 3L, 3L, 4L, 4L, 5L);
		}
	}

	private static long rows(Stores store) {
		return store.jdbc().queryForObject("select count(*) from search_text", Long.class);
	}

	private static void checkpoint(Stores store) {
		store.jdbc().queryForList("pragma wal_checkpoint(truncate)");
	}

	private String bytes() throws IOException {
		StringBuilder all = new StringBuilder();
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
			}
		}
		return all.toString();
	}

	private static String text(Random random) {
		return IntStream.range(0, 1 + random.nextInt(12))
			.mapToObj((at) -> word(random) + separator(random))
			.collect(Collectors.joining());
	}

	private static String separator(Random random) {
		return List.of(" ", " ", " ", ", ", "", "-", "。").get(random.nextInt(7));
	}

	private static String word(Random random) {
		return List
			.of("tea", "teapot", "Time", "Straße", "大", "学", "北京", "ラーメン", "학교에서", "กรุง", "🎉", "#tea", "@ada", "c++",
					"Été", "كتاب", "x", "foo_bar", "10", "1,000")
			.get(random.nextInt(20));
	}

	private static String query(Random random) {
		String words = IntStream.range(0, 1 + random.nextInt(3))
			.mapToObj((at) -> word(random) + (random.nextBoolean() ? " " : ""))
			.collect(Collectors.joining());
		return (random.nextInt(3) == 0) ? "\"" + words + "\"" : words;
	}

}
