package chat.hubbub.broker.replay;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.Backlog;

/**
 * A cache of past events in pages. Subscriptions that are behind at the same time usually
 * need about the same events, so that one read serves all of them. Limited in bytes.
 * Thread-safe; one thread reads from the store.
 */
@Component
public class Pages implements DisposableBean {

	/** The number of events on a page; the first page begins with the first event. */
	static final int EVENTS = 200;

	/**
	 * The page sizes to try, from large to small, if events are so large that fewer fit.
	 */
	private static final int[] SIZES = { EVENTS, 8, 1 };

	/** The divisor of the heap for this cache. */
	private static final int HEAP_PART = 32;

	private final ObjectProvider<Backlog> backlog;

	private final Cache<Key, Page> pages = Caffeine.newBuilder()
		.maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_PART)
		.<Key, Page>weigher((key, page) -> page.heldBytes())
		.executor(Runnable::run)
		.build();

	private final ExecutorService reader = Executors.newSingleThreadExecutor((task) -> new Thread(task, "backlog"));

	/** Pages of a backlog, if there is one. */
	public Pages(ObjectProvider<Backlog> backlog) {
		this.backlog = backlog;
	}

	/** The cached page that contains an event of a topic. */
	Optional<Page> kept(String destination, long seq) {
		return IntStream.of(SIZES)
			.mapToObj((size) -> this.pages.getIfPresent(Key.of(destination, size, seq)))
			.filter((page) -> page != null && page.has(seq))
			.findFirst();
	}

	/**
	 * Reads a page that contains an event of a topic or begins with the next stored one;
	 * it is empty if there is no such event yet.
	 */
	public CompletionStage<Page> read(String destination, long seq) {
		return CompletableFuture.supplyAsync(() -> kept(destination, seq).orElseGet(() -> load(destination, seq)),
				this.reader);
	}

	/** Forgets the cached pages of an event that has changed in the store. */
	void forget(String destination, long seq) {
		forget(() -> IntStream.of(SIZES).forEach((size) -> this.pages.invalidate(Key.of(destination, size, seq))));
	}

	/**
	 * Forgets the cached pages of a topic, because several of its events have changed.
	 */
	void forget(String destination) {
		forget(() -> this.pages.asMap().keySet().removeIf((key) -> key.destination().equals(destination)));
	}

	/** Forgets all cached pages, because many events may have changed in the store. */
	void forgetAll() {
		forget(this.pages::invalidateAll);
	}

	@Override
	public void destroy() {
		this.reader.shutdownNow();
	}

	/**
	 * Forgets now, and again on the reading thread, which may be reading the old content
	 * at this moment.
	 */
	private void forget(Runnable act) {
		act.run();
		if (!this.reader.isShutdown()) {
			this.reader.execute(act);
		}
	}

	private Page load(String destination, long seq) {
		for (int size : SIZES) {
			Key key = Key.of(destination, size, seq);
			Page page = this.pages.getIfPresent(key);
			if (page == null || !page.isLarge()) {
				page = after(destination, key.number() * size, size);
			}
			if (page.has(seq) || page.isLarge()) {
				this.pages.put(key, page);
			}
			if (page.has(seq)) {
				return page;
			}
			if (!page.isLarge()) {
				break;
			}
		}
		// This is the end of the topic, or its stored events begin later.
		return after(destination, seq - 1, EVENTS);
	}

	private Page after(String destination, long seq, int limit) {
		return new Page(this.backlog.getObject().after(destination, seq, limit));
	}

	private record Key(String destination, int size, long number) {

		static Key of(String destination, int size, long seq) {
			return new Key(destination, size, (seq - 1) / size);
		}

	}

}
