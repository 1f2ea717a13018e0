package chat.hubbub.unread;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import chat.hubbub.topic.TopicName;

import static org.assertj.core.api.Assertions.assertThat;

class PostsTests {

	private static final int ADA = 1;

	private static final int GRACE = 2;

	private final Posts posts = new Posts(new TopicName("tea"), 10, 1_000);

	@Test
	void countsTheMessagesOfOthersAfterAMark() {
		load(3, 5, 9);
		assertThat(this.posts.count(read(4, ADA))).isEqualTo(new Count(4, 2, 0));
		this.posts.add(new Post(11, 2_000, ADA));
		this.posts.add(new Post(12, 2_001, GRACE));
		assertThat(this.posts.count(read(4, ADA))).isEqualTo(new Count(4, 3, 0));
		assertThat(this.posts.count(read(12, ADA))).isEqualTo(new Count(12, 0, 0));
		assertThat(this.posts.count(read(0, GRACE)).unread()).isEqualTo(1);
	}

	@Test
	void countsNeitherDeletedMessagesNorOtherEvents() {
		load(3, 5, 9);
		this.posts.remove(11, 5);
		this.posts.remove(12, 4);
		this.posts.reach(13);
		assertThat(this.posts.count(read(0, ADA))).isEqualTo(new Count(0, 2, 0));
		assertThat(this.posts.head()).isEqualTo(13);
	}

	@Test
	void countsFromATimeOnWithoutAMark() {
		load(3, 5, 9);
		assertThat(this.posts.count(new Since(-1, 1_001, ADA, ADA))).isEqualTo(new Count(10, 0, 0));
		this.posts.add(new Post(11, 1_000, GRACE));
		this.posts.add(new Post(12, 1_001, GRACE));
		this.posts.add(new Post(13, 1_002, GRACE));
		assertThat(this.posts.count(new Since(-1, 1_001, ADA, ADA))).isEqualTo(new Count(11, 2, 0));
	}

	@Test
	void needsTheStoreOnlyForAReaderWhoHasNotSeenAll() {
		assertThat(this.posts.knows(read(10, ADA))).isTrue();
		assertThat(this.posts.knows(new Since(-1, 1_001, ADA, ADA))).isTrue();
		assertThat(this.posts.knows(read(9, ADA))).isFalse();
		assertThat(this.posts.knows(new Since(-1, 999, ADA, ADA))).isFalse();
		this.posts.add(new Post(11, 2_000, GRACE));
		assertThat(this.posts.knows(read(10, ADA))).isFalse();
		load(9, 11);
		assertThat(this.posts.knows(read(10, ADA))).isTrue();
		this.posts.forget();
		assertThat(this.posts.knows(read(10, ADA))).isFalse();
	}

	@Test
	void missesNothingThatComesWhileItIsLoaded() {
		this.posts.beginLoading();
		this.posts.add(new Post(11, 2_000, GRACE));
		this.posts.remove(12, 5);
		this.posts.remove(13, 11);
		this.posts.add(new Post(14, 2_001, GRACE));
		// The store was read after 11 had come and before anything was deleted.
		this.posts.load(newestFirst(3, 5, 9, 11));
		assertThat(this.posts.count(read(0, ADA)).unread()).isEqualTo(3);
	}

	@Test
	void countsOnceWhatTheStoreHadFirst() {
		this.posts.beginLoading();
		// 11 and 12 are stored, and the writer of the log tells of them later.
		this.posts.load(List.of(new Post(12, 2_001, GRACE), new Post(11, 2_000, GRACE, List.of(ADA))));
		this.posts.add(new Post(11, 2_000, GRACE, List.of(ADA)));
		this.posts.add(new Post(12, 2_001, GRACE));
		this.posts.add(new Post(13, 2_002, GRACE));
		assertThat(this.posts.count(read(10, ADA))).isEqualTo(new Count(10, 3, 1));
		assertThat(this.posts.head()).isEqualTo(13);
	}

	@Test
	void countsAMentionOfWhichTheStoreHadTheMessageFirst() {
		this.posts.beginLoading();
		// The people were read before the commit, and the messages after it.
		this.posts.load(List.of(new Post(11, 2_000, GRACE)));
		this.posts.add(new Post(11, 2_000, GRACE, List.of(ADA)));
		assertThat(this.posts.count(read(10, ADA))).isEqualTo(new Count(10, 1, 1));
	}

	@Test
	void anEditThatComesTwiceDoesNotUndoALaterOne() {
		load(9);
		this.posts.mention(11, 9, List.of(ADA));
		this.posts.mention(12, 9, List.of());
		// One thread reads the missing events, while the writer tells of its own.
		assertThat(this.posts.mention(11, 9, List.of(ADA))).isFalse();
		assertThat(this.posts.count(read(0, ADA))).isEqualTo(new Count(0, 1, 0));
	}

	@Test
	void countsTheNewestOnlyAndStaysSmall() {
		load();
		for (int seq = 11; seq <= 10_010; seq++) {
			this.posts.add(new Post(seq, seq, GRACE));
		}
		assertThat(this.posts.count(read(10, ADA)).unread()).isEqualTo(Posts.MOST);
		assertThat(this.posts.count(read(10_000, ADA)).unread()).isEqualTo(10);
		assertThat(this.posts.bytes()).isLessThan(32 * 1024);
	}

	@Test
	void countsTheMessagesThatMentionTheReader() {
		load(3, 5, 9);
		this.posts.add(new Post(11, 2_000, GRACE, List.of(ADA, 7)));
		this.posts.add(new Post(12, 2_001, GRACE, List.of(7)));
		this.posts.mention(13, 3, List.of(ADA));
		assertThat(this.posts.count(read(0, ADA))).isEqualTo(new Count(0, 5, 2));
		assertThat(this.posts.count(read(3, ADA)).mentions()).isEqualTo(1);
		assertThat(this.posts.count(new Since(-1, 2_000, ADA, ADA)).mentions()).isEqualTo(1);
		this.posts.mention(14, 3, List.of());
		this.posts.mention(15, 4, List.of());
		this.posts.remove(16, 11);
		assertThat(this.posts.count(read(0, ADA))).isEqualTo(new Count(0, 4, 0));
		assertThat(this.posts.count(read(0, 7)).mentions()).isEqualTo(1);
	}

	@Test
	void keepsMentionsThatChangeWhileItIsLoaded() {
		this.posts.beginLoading();
		this.posts.mention(11, 5, List.of());
		this.posts.add(new Post(12, 2_000, GRACE, List.of(ADA)));
		this.posts.load(List.of(new Post(9, 9, GRACE, List.of(ADA)), new Post(5, 5, GRACE, List.of(ADA))));
		assertThat(this.posts.count(read(0, ADA))).isEqualTo(new Count(0, 3, 2));
	}

	@Test
	void holdsALimitedNumberOfMentions() {
		load();
		List<Integer> many = Collections.nCopies(200, 7);
		for (int seq = 11; seq <= 110; seq++) {
			this.posts.add(new Post(seq, seq, GRACE, many));
		}
		assertThat(this.posts.count(read(0, 7)).mentions()).isEqualTo(PostMentions.MOST / 200);
		for (int seq = 111; seq <= 10_000; seq++) {
			this.posts.add(new Post(seq, seq, GRACE));
		}
		this.posts.add(new Post(10_001, 10_001, GRACE, List.of(7)));
		assertThat(this.posts.count(read(0, 7)).mentions()).isEqualTo(1);
		assertThat(this.posts.bytes()).isLessThan(64 * 1024);
	}

	@Test
	void anAuthorDoesNotMentionThemselves() {
		assertThat(Post.people(Set.of("@7", "grace"), "@7", "ada")).containsExactly("grace".hashCode());
		assertThat(Post.people(Set.of("grace"), "", "Grace")).isEmpty();
	}

	@Test
	void reportsAChangeOnce() {
		assertThat(this.posts.add(new Post(11, 2_000, GRACE))).isTrue();
		assertThat(this.posts.remove(12, 11)).isFalse();
		this.posts.takeChange();
		assertThat(this.posts.change()).isTrue();
	}

	@Test
	void anAccountIsKnownByItsKeyAndAGuestByTheName() {
		assertThat(Post.author("@7", "ada")).isEqualTo(Post.author("@7", "deleted-7"));
		assertThat(Post.author("grace", "grace-2")).isEqualTo(Post.author("", "grace-2"))
			.isNotEqualTo(Post.author("grace", "grace"));
	}

	private void load(long... seqs) {
		this.posts.beginLoading();
		this.posts.load(newestFirst(seqs));
	}

	private static List<Post> newestFirst(long... seqs) {
		List<Post> posts = new ArrayList<>();
		for (long seq : seqs) {
			posts.add(new Post(seq, seq, GRACE));
		}
		Collections.reverse(posts);
		return posts;
	}

	private static Since read(long seq, int author) {
		return new Since(seq, 0, author, author);
	}

}
