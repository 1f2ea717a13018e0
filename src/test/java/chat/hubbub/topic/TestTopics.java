package chat.hubbub.topic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.fixture.Published;
import chat.hubbub.fixture.TestBus;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Topics with a database of their own, which survives a restart. */
public final class TestTopics implements AutoCloseable {

	static final TopicName TEA = new TopicName("tea");

	static final User GUEST = User.guest(new Username("grace"), "grace");

	static final User ADA = new User(new Username("ada"), "ada", Role.MEMBER, 1L);

	static final User LINUS = new User(new Username("linus"), "linus", Role.MEMBER, 2L);

	static final User ADMIN = new User(new Username("olga"), "olga", Role.ADMIN, 3L);

	private static final Map<Long, String> NAMES = Map.of(1L, "ada", 2L, "linus", 3L, "olga");

	private final Database database;

	private final List<Object> events = new ArrayList<>();

	private final FakeDiscipline discipline = new FakeDiscipline();

	private final Set<String> blocked = new HashSet<>();

	private final Blocking blocks = (account, other) -> this.blocked.contains(account + " " + other);

	private TestBus bus;

	private boolean broken;

	private TopicStore store;

	private StoredTopics stored;

	private Conversations conversations;

	private Listings listings;

	private Topics topics;

	private TopicChanges changes;

	public TestTopics(Path folder) {
		this.database = new Database(folder);
		NAMES.forEach(this.database::addAccount);
		this.database.addAccount(4, "deleted-4");
		start();
	}

	/** Starts again with topics in the configuration. */
	void start(TopicProperties.Line... configured) {
		start(new TopicProperties(List.of(configured), Role.GUEST));
	}

	/** Starts again with a lowest role that may create topics. */
	void startFor(Role creators) {
		start(new TopicProperties(List.of(), creators));
	}

	private void start(TopicProperties properties) {
		this.store = new TopicStore(this.database.client());
		this.bus = new TestBus();
		ConversationStore between = new ConversationStore(this.database.client());
		this.listings = new Listings(between, (account) -> NAMES.getOrDefault(account, "deleted-" + account));
		FakeClock clock = new FakeClock();
		this.stored = new StoredTopics(this.store, properties, this.database.transactions(), clock, this::note,
				this.bus);
		this.topics = new Topics(this.stored, this.store, this.discipline, this.listings, this.blocks);
		this.changes = new TopicChanges(this.stored, this.topics, this.store, between, properties,
				this.database.transactions(), clock, this::note, this.bus);
		this.conversations = new Conversations(this.stored, this.store, between, this.listings, this.blocks,
				this.database.transactions(), clock, this.bus);
	}

	/** Leaves out the events that are published before they are stored. */
	private void note(Object event) {
		if (this.broken) {
			throw new IllegalStateException("A listener fails on purpose");
		}
		if (!(event instanceof TopicChanging || event instanceof TopicCreating)) {
			Published.to(this.events).publishEvent(event);
		}
	}

	/** A stored change is told to listeners of which one fails, and again later. */
	void tellWithAFault(TopicName changed) {
		this.broken = true;
		this.bus.publish(new TopicStored(changed));
		this.broken = false;
		this.bus.repeat();
	}

	TopicStore store() {
		return this.store;
	}

	StoredTopics stored() {
		return this.stored;
	}

	public Topics topics() {
		return this.topics;
	}

	TopicChanges changes() {
		return this.changes;
	}

	Conversations conversations() {
		return this.conversations;
	}

	Listings listings() {
		return this.listings;
	}

	/** An account blocks another from now on. */
	void block(long account, long other) {
		this.blocked.add(account + " " + other);
	}

	List<Object> events() {
		return this.events;
	}

	FakeDiscipline discipline() {
		return this.discipline;
	}

	Database database() {
		return this.database;
	}

	static Topic tea(String title) {
		return new Topic(TEA, title, "");
	}

	static Topic tea(Access access, boolean announcements) {
		return new Topic(TEA, "Tea", "", access, announcements);
	}

	/** For a user, a hidden topic looks like one that does not exist. */
	void assertHidden(User user, TopicName name) {
		TopicName nowhere = new TopicName("nowhere");
		String sentence = new TopicNotFound(name).sentence();
		assertThat(sentence).isEqualTo(new TopicNotFound(nowhere).sentence().replace("nowhere", name.value()));
		for (ThrowingCallable door : List.<ThrowingCallable>of(() -> this.topics.readable(user, name),
				() -> this.topics.postable(user, name), () -> this.topics.moderated(user, name),
				() -> this.topics.one(user, name), () -> this.changes.change(user, name, (topic) -> topic),
				() -> this.changes.invite(user, name, 9, Standing.MEMBER), () -> this.changes.dismiss(user, name, 9))) {
			assertThatExceptionOfType(TopicNotFound.class).isThrownBy(door)
				.satisfies((refusal) -> assertThat(refusal.sentence()).isEqualTo(sentence));
		}
		assertThat(this.topics.mayRead(user, name)).isFalse();
	}

	@Override
	public void close() {
		this.database.close();
	}

}
