package chat.hubbub.message;

import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.List;

import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.topic.TopicName;

/** A log on a database of its own, with the topics tea and coffee. */
public final class TestLog implements AutoCloseable {

	private static final int PATIENCE_SECONDS = 30;

	private static final int BUSY_MILLIS = 200;

	private final AtomicInteger commits = new AtomicInteger();

	private final RecordedBus bus = new RecordedBus();

	private final Database database;

	private final MessageStore store;

	private final MessageLog log;

	private final EventLog events;

	public TestLog(Path folder) {
		this(new Database(folder, BUSY_MILLIS));
		addTopic("tea");
		addTopic("coffee");
	}

	/** A log on a database, without topics of its own. */
	TestLog(Database database) {
		this(database, new Outage());
	}

	/** The same with another clock for outages. */
	TestLog(Database database, Outage outage) {
		this.database = database;
		this.store = new MessageStore(this.database.client(), this.database.source(), (event) -> {
		}, new FakeClock(), (message, former) -> {
		}) {

			@Override
			Commit store(List<Unit> units, List<Addition> additions) {
				TestLog.this.commits.incrementAndGet();
				return super.store(units, additions);
			}

		};
		this.log = new MessageLog(this.store, this.bus, this.bus.publication(), outage);
		this.events = new EventLog(this.log, this.store);
	}

	public Database database() {
		return this.database;
	}

	public EventLog events() {
		return this.events;
	}

	MessageStore store() {
		return this.store;
	}

	RecordedBus bus() {
		return this.bus;
	}

	/** Posts; returns the same message at once. */
	Post queue(Post post) {
		this.log.append(post, post.event());
		return post;
	}

	public void addTopic(String name) {
		this.database.addTopic(name);
	}

	/** Posts as ada; returns when it is stored and told to all listeners. */
	public long post(String topic, String text) {
		return await(postLater(topic, text));
	}

	/** Posts as ada. */
	public CompletionStage<Posted> postLater(String topic, String text) {
		Post post = Posts.post(new TopicName(topic), "ada", text, null);
		return this.log.append(post, post.event());
	}

	/** Posts as ada a message that mentions an account. */
	public void mention(String topic, long account, String name) {
		Post post = new Post(new TopicName(topic), Posts.ada("x").author(), new Draft("@" + name, null),
				mentions(account, name));
		await(this.log.append(post, post.event()));
	}

	private static Mentions mentions(long account, String name) {
		return new Mentions(List.of(Mention.of(account, name, name)), List.of());
	}

	/** Posts so many messages that are stored in a few commits. */
	public void postMany(String topic, int count) {
		CompletionStage<Posted> last = postLater(topic, "1");
		for (int number = 2; number <= count; number++) {
			last = postLater(topic, "" + number);
		}
		await(last);
	}

	/** Deletes a message as grace. */
	public void delete(String topic, long seq) {
		Deletion deletion = new Deletion(new TopicName(topic), Posts.grace("x", null).author(), seq, "ada");
		this.log.append(deletion, deletion.event());
		deletion.event().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
	}

	/** Removes the preview of a message as ada. */
	void removePreview(String topic, long seq) {
		PreviewRemoval removal = new PreviewRemoval(new TopicName(topic), Posts.ada("x").author(), seq);
		this.log.append(removal, removal.event());
		removal.event().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
	}

	/** Gives a message of ada's another text. */
	public void edit(String topic, long seq, String text) {
		edit(topic, seq, text, Mentions.NONE);
	}

	/** Gives a message of ada's a text that begins so and mentions an account. */
	public void editToMention(String topic, long seq, String start, long account, String name) {
		edit(topic, seq, start + " @" + name, mentions(account, name));
	}

	private void edit(String topic, long seq, String text, Mentions mentions) {
		Edit edit = new Edit(new TopicName(topic), Posts.ada("x").author(), seq, text, mentions);
		this.log.append(edit, edit.event());
		edit.event().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
	}

	/** How often the writer has tried to store something. */
	public int commits() {
		return this.commits.get();
	}

	/** Stores everything that waits, and ends the writer. */
	public void stop() {
		try {
			this.log.destroy();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		stop();
		this.store.destroy();
		this.database.close();
	}

	private static long await(CompletionStage<Posted> posted) {
		return posted.toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join().seq();
	}

}
