package chat.hubbub.draft;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import chat.hubbub.store.StoreUnavailable;
import chat.hubbub.topic.TopicName;

/**
 * The texts that wait to be stored, the newest of each account and topic. All of them are
 * stored together, if possible in a commit of messages, and while they are, later ones
 * wait. They are stored in the order of their places, so that two nodes never wait for
 * each other in a circle. Limited in characters. Thread-safe.
 */
final class DraftQueue {

	/** The time that texts wait for a commit of messages. */
	private static final Duration WITHIN = Duration.ofMillis(500);

	private final BiFunction<Runnable, Duration, CompletableFuture<Void>> log;

	private final Rows rows;

	private final Consumer<Map<Place, String>> news;

	private final int room;

	private Map<Place, String> waiting = new TreeMap<>();

	private CompletableFuture<Void> stored = new CompletableFuture<>();

	private int characters;

	private boolean busy;

	/**
	 * Creates a queue.
	 * @param log stores rows within a time, one call at a time
	 * @param rows writes the row of a text
	 * @param news receives the texts that have been stored
	 * @param room the maximum number of waiting characters
	 */
	DraftQueue(BiFunction<Runnable, Duration, CompletableFuture<Void>> log, Rows rows,
			Consumer<Map<Place, String>> news, int room) {
		this.log = log;
		this.rows = rows;
		this.news = news;
		this.room = room;
	}

	/**
	 * Adds a text.
	 * @return completes when this text or a newer one is stored
	 * @throws StoreUnavailable if there is no room
	 */
	synchronized CompletableFuture<Void> add(Place place, String text) {
		@Nullable String former = this.waiting.get(place);
		int more = text.length() - ((former != null) ? former.length() : 0);
		if (more > 0 && this.characters + more > this.room) {
			throw new StoreUnavailable();
		}
		this.waiting.put(place, text);
		this.characters += more;
		CompletableFuture<Void> future = this.stored;
		if (!this.busy) {
			begin();
		}
		return future;
	}

	private void begin() {
		Map<Place, String> taken = this.waiting;
		CompletableFuture<Void> done = this.stored;
		this.waiting = new TreeMap<>();
		this.stored = new CompletableFuture<>();
		this.characters = 0;
		this.busy = true;
		CompletableFuture<?> unused = this.log.apply(() -> taken.forEach(this.rows::write), WITHIN)
			.whenComplete((nothing, fault) -> {
				end();
				// Its callers go on elsewhere, because this is the writer's thread.
				done.completeAsync(() -> answer(taken, fault));
			});
	}

	private Void answer(Map<Place, String> texts, @Nullable Throwable fault) {
		if (fault != null) {
			throw new StoreUnavailable();
		}
		this.news.accept(texts);
		return null;
	}

	private synchronized void end() {
		this.busy = false;
		if (!this.waiting.isEmpty()) {
			begin();
		}
	}

	/** Writes the row of a text. */
	interface Rows {

		void write(Place place, String text);

	}

	/**
	 * The place of a text.
	 *
	 * @param account the number of the account
	 * @param topic the topic
	 */
	record Place(long account, TopicName topic) implements Comparable<Place> {

		private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::account)
			.thenComparing(Place::topic);

		@Override
		public int compareTo(Place other) {
			return ORDER.compare(this, other);
		}

	}

}
