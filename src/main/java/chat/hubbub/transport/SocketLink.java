package chat.hubbub.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;

import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import chat.hubbub.broker.Burst;
import chat.hubbub.broker.Link;

/**
 * A connection that reads and writes its socket itself. What is read is handled on the
 * thread that reads it, so a client that sends faster than that is slowed by TCP; what is
 * written are the bytes that the broker shares among many connections.
 */
abstract class SocketLink extends AbstractConnection implements Link, Callback {

	private static final Logger logger = LoggerFactory.getLogger(SocketLink.class);

	private static final int READ_BYTES = 8 * 1024;

	/** How long a client may take to close its side after we closed ours. */
	private static final long LINGER_MILLIS = 5_000;

	private final ByteBufferPool buffers;

	private @Nullable Sent done;

	SocketLink(EndPoint endPoint, Executor executor, ByteBufferPool buffers) {
		super(endPoint, executor);
		this.buffers = buffers;
	}

	/** Takes what has been read; all of it, for the buffer is used again. */
	abstract void receive(ByteBuffer bytes);

	/** The client has closed its side. */
	abstract void receiveEnd();

	@Override
	public void onOpen() {
		super.onOpen();
		// Heart-beats tell dead connections from idle ones.
		getEndPoint().setIdleTimeout(0);
	}

	@Override
	public void onFillable() {
		RetainableByteBuffer buffer = this.buffers.acquire(READ_BYTES, false);
		try {
			if (read(buffer.getByteBuffer()) == 0) {
				fillInterested();
			}
			else {
				receiveEnd();
			}
		}
		catch (IOException ex) {
			logger.debug("A client went away", ex);
			getEndPoint().close();
		}
		finally {
			buffer.release();
		}
	}

	/**
	 * Reads as long as there is something; returns 0 when there is not, -1 at the end.
	 */
	private int read(ByteBuffer bytes) throws IOException {
		int count = getEndPoint().fill(bytes);
		while (count > 0) {
			Burst.handle(() -> receive(bytes));
			bytes.clear().flip();
			count = getEndPoint().fill(bytes);
		}
		return count;
	}

	/**
	 * Most writes end at once, and need none of what it takes to go on with one later.
	 */
	@Override
	public void write(ByteBuffer bytes, boolean binary, Sent done) {
		try {
			if (getEndPoint().flush(bytes)) {
				done.sent(true);
				return;
			}
		}
		catch (IOException ex) {
			done.sent(false);
			return;
		}
		this.done = done;
		getEndPoint().write(this, bytes);
	}

	/**
	 * Closes our side and reads on until the client has closed its own: an end with bytes
	 * unread would take from the client what was written last.
	 */
	@Override
	public void close(int code, String reason) {
		getEndPoint().setIdleTimeout(LINGER_MILLIS);
		getEndPoint().shutdownOutput();
	}

	@Override
	public void abort() {
		getEndPoint().close();
	}

	@Override
	public void succeeded() {
		ended(true);
	}

	@Override
	public void failed(Throwable cause) {
		ended(false);
	}

	@Override
	public InvocationType getInvocationType() {
		return InvocationType.NON_BLOCKING;
	}

	private void ended(boolean succeeded) {
		Sent listener = this.done;
		if (listener != null) {
			listener.sent(succeeded);
		}
	}

}
