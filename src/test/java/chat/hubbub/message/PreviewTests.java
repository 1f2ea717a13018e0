package chat.hubbub.message;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.audit.Act;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;

import static chat.hubbub.message.Posts.TEA;
import static org.assertj.core.api.Assertions.assertThat;

/** Previews in the store. */
class PreviewTests {

	private static final String LINK = "https://a.example/tea";

	private static final User ADA = Posts.ada("x").author();

	private static final User GRACE = new User(new Username("grace"), "grace", Role.MEMBER, 2L);

	private static final Preview PREVIEW = new Preview(LINK, "Tea", "Hot", null);

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
		commit(Posts.ada("See " + LINK + "."));
	}

	@AfterEach
	void close() {
		this.store.destroy();
		this.database.close();
	}

	@Test
	void comesWithAnEventAndWithTheMessage() {
		Commit commit = commit(previewing(1, PREVIEW));
		assertThat(events(commit)).containsExactly(new Previewed(TEA, 2, 1, "ada", commit.now(), PREVIEW));
		assertThat(message(1).present()).isEqualTo(Present.UNCHANGED.withPreview(PREVIEW));
		assertThat(this.store.after(TEA, 0, 10)).containsExactly(message(1), events(commit).get(0));
		assertThat(this.store.entriesAfter(TEA, 1, 10)).extracting(LogEntry::author).containsExactly(ADA.login());
	}

	@Test
	void comesOnce() {
		commit(previewing(1, PREVIEW), previewing(1, PREVIEW));
		assertThat(events(commit(previewing(1, new Preview(LINK, "Other", null, null))))).isEmpty();
		assertThat(this.store.head(TEA)).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://a.example", "https://a.example/tea/", "https://b.example" })
	void comesOnlyToItsLink(String other) {
		assertThat(events(commit(previewing(1, new Preview(other, "Tea", null, null)), previewing(7, PREVIEW))))
			.isEmpty();
	}

	@Test
	void goesWithADeletion() {
		commit(previewing(1, PREVIEW));
		Commit deletion = commit(new Deletion(TEA, ADA, 1, "ada"), previewing(1, PREVIEW));
		assertThat(events(deletion)).hasSize(1);
		assertThat(deletion.outcomes().get(0).repeated()).isTrue();
		assertThat(this.store.after(TEA, 0, 10)).extracting(PreviewTests::previewOf).containsOnlyNulls();
		assertThat(stored()).isNull();
	}

	@Test
	void goesWithItsLink() {
		commit(previewing(1, PREVIEW));
		Commit edit = commit(edit("See https://b.example"));
		assertThat(edit.outcomes().get(0).repeated()).isTrue();
		assertThat(previewOf(events(edit).get(0))).isNull();
		assertThat(this.store.after(TEA, 0, 10)).extracting(PreviewTests::previewOf).containsOnlyNulls();
		assertThat(stored()).isNull();
		Preview other = new Preview("https://b.example", "B", null, null);
		commit(previewing(1, PREVIEW), previewing(1, other));
		assertThat(this.store.after(TEA, 0, 10)).extracting(PreviewTests::previewOf).containsOnly(other);
	}

	@Test
	void staysWithItsLink() {
		commit(previewing(1, PREVIEW));
		Commit edit = commit(edit("Look: " + LINK));
		assertThat(previewOf(events(edit).get(0))).isEqualTo(PREVIEW);
		assertThat(edit.outcomes().get(0).changed()).isEqualTo(message(1));
		assertThat(this.store.after(TEA, 0, 10)).extracting(PreviewTests::previewOf).containsOnly(PREVIEW);
	}

	@Test
	void doesNotComeAgainOnceItWasRemoved() {
		commit(previewing(1, PREVIEW));
		Commit removal = commit(new PreviewRemoval(TEA, GRACE, 1), new PreviewRemoval(TEA, GRACE, 1));
		assertThat(events(removal)).containsExactly(new Previewed(TEA, 3, 1, "grace", removal.now(), null));
		assertThat(removal.acts()).containsExactly(new Act("grace", "preview.removed", "tea", "ada", "message 1"));
		assertThat(removal.outcomes().get(0).repeated()).isTrue();
		assertThat(removal.outcomes().get(0).changed()).isEqualTo(message(1));
		commit(edit("Look: " + LINK));
		assertThat(events(commit(previewing(1, PREVIEW)))).isEmpty();
		assertThat(this.store.after(TEA, 0, 10)).extracting(PreviewTests::previewOf).containsOnlyNulls();
		commit(edit("https://b.example"), edit(LINK));
		assertThat(events(commit(previewing(1, PREVIEW)))).hasSize(1);
	}

	@Test
	void countsItsBytes() {
		long before = message(1).moreBytes();
		commit(previewing(1, new Preview(LINK, "\u0001".repeat(50), "茶".repeat(200), null)));
		assertThat(message(1).moreBytes() - before).isBetween(300L + 600, 1_500L);
	}

	private static Previewing previewing(long target, Preview preview) {
		return new Previewing(TEA, ADA, target, preview, null);
	}

	private static Edit edit(String text) {
		return new Edit(TEA, ADA, 1, text, Mentions.NONE);
	}

	private static Preview previewOf(Event event) {
		if (event instanceof Posted posted) {
			return posted.present().preview();
		}
		if (event instanceof Edited edited) {
			return edited.preview();
		}
		return (event instanceof Previewed previewed) ? previewed.preview() : null;
	}

	private String stored() {
		return this.database.client().sql("select preview from message").query(String.class).list().get(0);
	}

	private Posted message(long seq) {
		return this.store.messagesAfter(TEA, seq - 1, 1).get(0);
	}

	private Commit commit(Wish... wishes) {
		return this.store.store(Stream.of(wishes).map(Unit::of).toList(), List.of());
	}

	private static List<Event> events(Commit commit) {
		return commit.outcomes().stream().filter(Outcome::fresh).map(Outcome::event).toList();
	}

}
