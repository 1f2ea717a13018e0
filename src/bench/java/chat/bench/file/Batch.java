package chat.bench.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Uploads that run at the same time, each on a thread. */
public final class Batch {

	private final List<Future<?>> uploads = new ArrayList<>();

	private Batch() {
	}

	/**
	 * Starts uploads.
	 * @param uploads the uploads
	 * @return a handle
	 */
	public static Batch start(List<Callable<Void>> uploads) {
		Batch batch = new Batch();
		ExecutorService threads = Executors.newFixedThreadPool(uploads.size(), Batch::newThread);
		uploads.forEach((upload) -> batch.uploads.add(threads.submit(upload)));
		threads.shutdown();
		return batch;
	}

	/**
	 * Whether all have ended, well or not.
	 * @return whether none is under way
	 */
	public boolean isDone() {
		return this.uploads.stream().allMatch(Future::isDone);
	}

	/**
	 * Waits for the end of all.
	 * @throws IOException if one has failed
	 * @throws InterruptedException if interrupted
	 */
	public void await() throws IOException, InterruptedException {
		for (Future<?> upload : this.uploads) {
			try {
				upload.get();
			}
			catch (ExecutionException ex) {
				throw new IOException("An upload failed", ex.getCause());
			}
		}
	}

	private static Thread newThread(Runnable work) {
		Thread thread = new Thread(work, "upload");
		thread.setDaemon(true);
		return thread;
	}

}
