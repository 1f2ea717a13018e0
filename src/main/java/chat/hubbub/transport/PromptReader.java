package chat.hubbub.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import chat.hubbub.broker.Batch;

/**
 * Reads the input of a client that sends little on the thread of Jetty's selector. This
 * costs half as much as another thread, which would have to wake up for each message. The
 * selector's thread serves all connections and must not wait, so everything that may wait
 * is left to another thread, which then continues to read.
 */
final class PromptReader implements Callback {

	private static final Logger logger = LoggerFactory.getLogger(PromptReader.class);

	private final SocketReader reader;

	private final SocketLink link;

	private final Executor executor;

	private final ByteBufferPool buffers;

	PromptReader(SocketReader reader, SocketLink link, Executor executor, ByteBufferPool buffers) {
		this.reader = reader;
		this.link = link;
		this.executor = executor;
		this.buffers = buffers;
	}

	/** Jetty calls a callback that never blocks on the selector's own thread. */
	@Override
	public InvocationType getInvocationType() {
		return InvocationType.NON_BLOCKING;
	}

	@Override
	public void failed(Throwable cause) {
		this.link.onFillInterestedFailed(cause);
	}

	/** There is input. It is read once; more input than that is left to the selector. */
	@Override
	public void succeeded() {
		RetainableByteBuffer buffer = this.buffers.acquire(SocketReader.READ_BYTES, false);
		try {
			ByteBuffer bytes = buffer.getByteBuffer();
			int count = this.reader.isClosing() ? -1 : this.link.getEndPoint().fill(bytes);
			if (count > 0) {
				handle(bytes, this.reader.count(count));
			}
			else if (count == 0) {
				this.reader.awaitInput();
			}
			else {
				// The end of the input is handled there.
				execute(this.reader::read);
			}
		}
		catch (IOException | RuntimeException | Error ex) {
			this.link.giveUp(ex);
		}
		finally {
			buffer.release();
		}
	}

	private void handle(ByteBuffer bytes, long latest) {
		Batch batch = Batch.ofPromptRead(() -> this.link.receiveAndErase(bytes));
		if (batch.isUnfinished()) {
			execute(() -> finish(batch, latest));
		}
		else if (batch.isTooMuch()) {
			this.reader.readLater(batch, latest);
		}
		else {
			this.reader.awaitInput();
		}
	}

	private void finish(Batch batch, long latest) {
		try {
			batch.finish();
		}
		catch (RuntimeException | Error ex) {
			this.link.giveUp(ex);
			return;
		}
		if (batch.isTooMuch()) {
			this.reader.readLater(batch, latest);
		}
		else {
			this.reader.read();
		}
	}

	private void execute(Runnable act) {
		try {
			this.executor.execute(act);
		}
		catch (RejectedExecutionException ex) {
			logger.debug("The server stops", ex);
		}
	}

}
