package chat.hubbub.message;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import org.awaitility.Awaitility;

import static chat.hubbub.message.Posts.TEA;
import static chat.hubbub.message.Posts.ada;
import static chat.hubbub.message.Posts.post;

/** A log with a database of its own, whose store can be broken for a text. */
final class BreakableLog {

	static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Path folder;

	private final RecordedBus bus = new RecordedBus();

	private final Database database;

	private final MessageStore store;

	private final AtomicInteger attempts = new AtomicInteger();

	private volatile String broken = "";

	private final MessageLog log;

	BreakableLog(Path folder) {
		this.folder = folder;
		this.database = new Database(folder, 100);
		this.database.addTopic("tea");
		this.store = new MessageStore(this.database.client(), this.database.source(), (event) -> {
		}, new FakeClock(), (message, former) -> {
		}) {

			@Override
			Commit store(List<Unit> units, List<Addition> additions) {
				BreakableLog.this.attempts.incrementAndGet();
				if (units.stream().flatMap((unit) -> unit.wishes().stream()).anyMatch((wish) -> isBroken(wish))) {
					throw new OutOfMemoryError("on purpose");
				}
				return super.store(units, additions);
			}

		};
		this.log = new MessageLog(this.store, this.bus, this.bus.publication());
	}

	/** A unit with this text fails with an error. */
	void breakFor(String text) {
		this.broken = text;
	}

	Path folder() {
		return this.folder;
	}

	RecordedBus bus() {
		return this.bus;
	}

	Database database() {
		return this.database;
	}

	MessageStore store() {
		return this.store;
	}

	/** The number of attempts to store a group. */
	AtomicInteger attempts() {
		return this.attempts;
	}

	MessageLog messages() {
		return this.log;
	}

	static Deletion deletion(long seq) {
		return new Deletion(TEA, ada("x").author(), seq, "ada");
	}

	CompletableFuture<Optional<Deleted>> deletionOf(long seq) {
		Deletion deletion = deletion(seq);
		this.log.append(deletion, deletion.event());
		return deletion.event();
	}

	Optional<Deleted> delete(long seq) throws Exception {
		return deletionOf(seq).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
	}

	void queue(Post post) {
		this.log.append(post, post.event());
	}

	private boolean isBroken(Wish wish) {
		return wish instanceof Post post && post.draft().text().equals(this.broken);
	}

	/** They wait behind an entry whose broadcast is held up, and so form one group. */
	List<Post> queueAsOneGroup(Post... entries) {
		queueAsOneGroupLater(List.of(entries));
		this.bus.open();
		return List.of(entries);
	}

	void queueAsOneGroupLater(List<Post> entries) {
		Post first = post(TEA, "linus", RecordedBus.HALTS, null);
		queue(first);
		Awaitility.await().atMost(PATIENCE).until(() -> !this.store.after(TEA, 0, 1).isEmpty());
		entries.forEach(this::queue);
	}

	Posted append(Post entry) throws Exception {
		queue(entry);
		return await(entry);
	}

	static Posted await(Post entry) throws Exception {
		return entry.event().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
	}

	Throwable refusalOf(Post entry) throws Exception {
		queue(entry);
		return faultOf(entry);
	}

	static Throwable faultOf(Post entry) throws Exception {
		try {
			throw new AssertionError("It was stored: " + await(entry));
		}
		catch (ExecutionException ex) {
			return ex.getCause();
		}
	}

	void close() throws InterruptedException {
		this.bus.open();
		this.log.destroy();
		this.database.close();
	}

}
