package chat.hubbub.transport;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.io.SocketChannelEndPoint;
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

	/** What a client may have sent that is not read yet, about. */
	private static final int UNREAD_BYTES = 64 * 1024;

	/** How long a client may take to close its side after we closed ours. */
	private static final long LINGER_MILLIS = 5_000;

	/** How long a client that sends too much is not read at the most. */
	private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

	private static final long PAUSE_STEP_MILLIS = 20;

	private final ByteBufferPool buffers;

	private final @Nullable SocketChannel socket;

	private @Nullable Sent done;

	SocketLink(EndPoint endPoint, Executor executor, ByteBufferPool buffers) {
		super(endPoint, executor);
		this.buffers = buffers;
		this.socket = (endPoint instanceof SocketChannelEndPoint plain) ? plain.getChannel() : null;
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
		limitWhatWaits();
	}

	/**
	 * The kernel would let megabytes wait, which have yet to be handled when the client
	 * believes them sent: that is how long a server that was overloaded would stay so.
	 */
	private void limitWhatWaits() {
		try {
			if (getEndPoint().getTransport() instanceof NetworkChannel channel) {
				channel.setOption(StandardSocketOptions.SO_RCVBUF, UNREAD_BYTES);
			}
		}
		catch (IOException ex) {
			logger.debug("A client went away", ex);
		}
	}

	@Override
	public void onFillable() {
		RetainableByteBuffer buffer = this.buffers.acquire(READ_BYTES, false);
		try {
			read(buffer.getByteBuffer());
		}
		catch (IOException ex) {
			logger.debug("A client went away", ex);
			getEndPoint().close();
		}
		catch (RuntimeException | Error ex) {
			// It would never be read again.
			logger.error("A connection failed and is being closed", ex);
			getEndPoint().close();
		}
		finally {
			buffer.release();
		}
	}

	/** Reads as long as there is something, unless that is too much. */
	private void read(ByteBuffer bytes) throws IOException {
		int count = getEndPoint().fill(bytes);
		while (count > 0) {
			Burst burst = Burst.handle(() -> receive(bytes));
			bytes.clear().flip();
			if (burst.isTooMuch()) {
				readLater(burst, System.nanoTime() + PAUSE_NANOS);
				return;
			}
			count = getEndPoint().fill(bytes);
		}
		if (count == 0) {
			fillInterested();
		}
		else {
			receiveEnd();
		}
	}

	/**
	 * Reads on when the burst's topic is no longer congested, but some time in any case:
	 * readers that are slow for good must not silence those who send. No thread waits.
	 */
	private void readLater(Burst burst, long latest) {
		CompletableFuture.delayedExecutor(PAUSE_STEP_MILLIS, TimeUnit.MILLISECONDS, getExecutor()).execute(() -> {
			if (burst.isTooMuch() && System.nanoTime() - latest < 0) {
				readLater(burst, latest);
			}
			else {
				onFillable();
			}
		});
	}

	/**
	 * Most writes end at once, and need none of what it takes to go on with one later.
	 */
	@Override
	public void write(ByteBuffer bytes, boolean binary, Sent done) {
		try {
			if (flush(bytes)) {
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

	/** Where nothing is between the bytes and the socket, there is a shorter way. */
	private boolean flush(ByteBuffer bytes) throws IOException {
		if (this.socket == null) {
			return getEndPoint().flush(bytes);
		}
		this.socket.write(bytes);
		return !bytes.hasRemaining();
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
