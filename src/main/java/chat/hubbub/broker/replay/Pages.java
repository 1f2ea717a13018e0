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
 * The past of the topics in pages, of which those that were read last are kept: when many
 * subscriptions are behind at once, they are behind at about the same place, and what one
 * of them has had read serves all. Bounded in bytes. Thread-safe; one thread reads.
 */
@Component
public class Pages implements DisposableBean {

	/** How many events are on a page; the first page begins with the first event. */
	static final int EVENTS = 200;

	/** The same where events are so large that fewer make a page. */
	private static final int[] SIZES = { EVENTS, 8, 1 };

	/** What part of the heap is kept. */
	private static final int HEAP_PART = 32;

	private final ObjectProvider<Backlog> backlog;

	private final Cache<Key, Page> pages = Caffeine.newBuilder()
		.maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_PART)
		.<Key, Page>weigher((key, page) -> page.heldBytes())
		.executor(Runnable::run)
		.build();

	private final ExecutorService reader = Executors.newSingleThreadExecutor((task) -> new Thread(task, "backlog"));

	public Pages(ObjectProvider<Backlog> backlog) {
		this.backlog = backlog;
	}

	/** The page that has an event of a topic, if it is kept. */
	Optional<Page> kept(String destination, long seq) {
		return IntStream.of(SIZES)
			.mapToObj((size) -> this.pages.getIfPresent(Key.of(destination, size, seq)))
			.filter((page) -> page != null && page.has(seq))
			.findFirst();
	}

	/**
	 * Reads a page that has an event of a topic, or begins with the next one that the
	 * store has; it is empty if there is none so far.
	 */
	public CompletionStage<Page> read(String destination, long seq) {
		return CompletableFuture.supplyAsync(() -> kept(destination, seq).orElseGet(() -> load(destination, seq)),
				this.reader);
	}

	/** One event is not any more what the store had. */
	void forget(String destination, long seq) {
		forget(() -> IntStream.of(SIZES).forEach((size) -> this.pages.invalidate(Key.of(destination, size, seq))));
	}

	/** Many events may not be any more what the store had. */
	void forgetAll() {
		forget(this.pages::invalidateAll);
	}

	@Override
	public void destroy() {
		this.reader.shutdownNow();
	}

	/** Again where pages are read: one may be read just now, from what was. */
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
		// It is the end, or what is kept of the topic begins later.
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
