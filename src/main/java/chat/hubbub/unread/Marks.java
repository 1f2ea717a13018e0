package chat.hubbub.unread;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import chat.hubbub.account.AccountDeparting;
import chat.hubbub.account.User;
import chat.hubbub.broker.Batch;
import chat.hubbub.bus.Bus;
import chat.hubbub.message.EventLog;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.TopicNotFound;
import chat.hubbub.topic.Topics;

/**
 * The marks of people in topics. Those of guests are in memory only, on each node.
 * Thread-safe.
 */
@Component
class Marks {

	/**
	 * The divisor of the heap for changes that wait, and as much while they are stored.
	 */
	private static final int HEAP_PART = 128;

	private static final int CHANGE_BYTES = 256;

	/** The time that changes wait for a commit of messages. */
	private static final Duration WITHIN = Duration.ofSeconds(1);

	private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

	private final MarkStore store;

	private final PostLog log;

	private final Readers readers;

	private final Topics topics;

	private final PlaceCounts places;

	private final Bus bus;

	private final MarkQueue queue;

	Marks(MarkStore store, PostLog log, Readers readers, Topics topics, PlaceCounts places, Bus bus, EventLog events) {
		this.store = store;
		this.log = log;
		this.readers = readers;
		this.topics = topics;
		this.places = places;
		this.bus = bus;
		this.queue = new MarkQueue((rows, within) -> events.store("marks", rows, within), store, WITHIN,
				(int) (Runtime.getRuntime().maxMemory() / HEAP_PART / CHANGE_BYTES));
	}

	/**
	 * A user has read a topic up to an event.
	 * @param user the user
	 * @param person the key of the user's person
	 * @param topic the topic
	 * @param move the move of the mark; without the wish to go back, it only goes on
	 * @param origin the queue of the connection, which knows the move
	 * @return completes when it is on disk, and at once for a guest
	 * @throws TopicNotFound if there is no such topic that the user may know of
	 */
	CompletionStage<Void> move(User user, String person, TopicName topic, Change move, String origin) {
		TopicName name = this.topics.readable(user, topic);
		long seq = (move.read() != null) ? move.read() : 0;
		boolean known = !move.back()
				&& this.readers.find(person).filter((reader) -> reader.hasRead(name, seq)).isPresent();
		if (known) {
			return DONE;
		}
		if (seq <= this.log.of(name).head()) {
			return change(user, person, name, move, origin);
		}
		CompletableFuture<Void> done = new CompletableFuture<>();
		// A client may have received an event before it is counted here.
		Batch.mayWait(() -> moveAhead(user, person, name, move, origin, done));
		return done;
	}

	private void moveAhead(User user, String person, TopicName topic, Change move, String origin,
			CompletableFuture<Void> done) {
		try {
			if (move.read() != null && move.read() > this.store.head(topic)) {
				throw new MarkAhead();
			}
			change(user, person, topic, move, origin).whenComplete((nothing, fault) -> {
				if (fault != null) {
					done.completeExceptionally(fault);
				}
				else {
					done.complete(null);
				}
			});
		}
		catch (RuntimeException ex) {
			done.completeExceptionally(ex);
		}
	}

	/**
	 * A user wants to be told something else of a topic.
	 * @return completes when it is on disk, and at once for a guest
	 * @throws TopicNotFound if there is no such topic that the user may know of
	 */
	CompletionStage<Void> prefer(User user, String person, TopicName topic, Change wish) {
		return change(user, person, this.topics.readable(user, topic), wish, null);
	}

	/**
	 * A user has seen all messages to a place.
	 * @throws PlaceUnknown if they are not counted
	 */
	void look(String person, String place) {
		if (!this.places.isGathering(place)) {
			throw new PlaceUnknown();
		}
		this.bus.publish(new PlaceSeen(person, place));
	}

	private CompletionStage<Void> change(User user, String person, TopicName topic, Change change,
			@Nullable String origin) {
		CompletionStage<Void> stored = (user.account() != null) ? this.queue.add(user.account(), topic, change) : DONE;
		this.bus.publish(new MarkChanged(person, topic, change, origin));
		return stored;
	}

	/**
	 * Reads the marks of a person from the store. Changes that come meanwhile stay.
	 * @param now the time in ms, if the person asks for the first time
	 */
	void load(Reader reader, long now) {
		Long account = reader.account();
		if (account == null) {
			reader.begin(now);
			tellOthers(reader);
			return;
		}
		Map<TopicName, Change> pending = this.queue.pending(account);
		Map<TopicName, Mark> marks = this.store.marks(account);
		pending.forEach((topic, change) -> marks.put(topic, change.of(marks.getOrDefault(topic, Mark.NONE))));
		OptionalLong start = this.store.start(account);
		if (start.isEmpty()) {
			this.queue.begin(account, now);
		}
		reader.adopt(start.orElse(now), marks);
	}

	/** Lets a guest go on at other nodes. */
	void tellOthers(Reader guest) {
		if (guest.isGuestOfABrowser()) {
			this.bus.publish(guest.reading());
		}
	}

	@EventListener
	void forget(AccountDeparting departing) {
		this.store.deleteAll(departing.account().id());
	}

}
