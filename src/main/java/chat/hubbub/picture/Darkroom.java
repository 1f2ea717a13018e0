package chat.hubbub.picture;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import chat.hubbub.refusal.Refusal;

/**
 * Where uploaded files become pictures: one at a time, because that takes memory and
 * processor time. Thread-safe.
 */
public final class Darkroom implements AutoCloseable {

	private final ThreadPoolExecutor thread;

	private final Supplier<? extends Refusal> busy;

	/**
	 * Opens a darkroom, which has a thread while there is work.
	 * @param name the name of its thread
	 * @param waiting how many more may wait
	 * @param busy the refusal of more than that
	 */
	public Darkroom(String name, int waiting, Supplier<? extends Refusal> busy) {
		this.busy = busy;
		this.thread = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting),
				(work) -> newThread(name, work));
		this.thread.allowCoreThreadTimeOut(true);
	}

	/**
	 * Does something when it is its turn.
	 * @param work the work
	 * @param <T> the type of its result
	 * @return completes with its result
	 * @throws Refusal if too many wait already
	 */
	public <T> CompletableFuture<T> inTurn(Supplier<T> work) {
		try {
			return CompletableFuture.supplyAsync(work, this.thread);
		}
		catch (RejectedExecutionException ex) {
			throw this.busy.get();
		}
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
	}

	private static Thread newThread(String name, Runnable work) {
		Thread thread = new Thread(work, name);
		thread.setDaemon(true);
		return thread;
	}

}
