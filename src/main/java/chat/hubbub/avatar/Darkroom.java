package chat.hubbub.avatar;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Where uploaded files become pictures: one at a time, because that takes memory and
 * processor time. Four more may wait. Thread-safe.
 */
@Component
class Darkroom implements DisposableBean {

	private static final int WAITING = 4;

	private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(WAITING), Darkroom::newThread);

	Darkroom() {
		this.thread.allowCoreThreadTimeOut(true);
	}

	/**
	 * Does something when it is its turn.
	 * @throws AvatarsBusy if too many wait already
	 */
	<T> CompletableFuture<T> inTurn(Supplier<T> work) {
		try {
			return CompletableFuture.supplyAsync(work, this.thread);
		}
		catch (RejectedExecutionException ex) {
			throw new AvatarsBusy();
		}
	}

	@Override
	public void destroy() {
		this.thread.shutdownNow();
	}

	private static Thread newThread(Runnable work) {
		Thread thread = new Thread(work, "avatars");
		thread.setDaemon(true);
		return thread;
	}

}
