package chat.hubbub.transport;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.Executor;

import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import chat.hubbub.broker.wire.Link;

/**
 * A connection that reads and writes its socket itself. The thread that reads input also
 * handles it, so TCP slows down a client that sends faster than that. Output is written
 * from the buffers that the broker shares among many connections.
 */
abstract class SocketLink extends AbstractConnection implements Link, Callback {

	private static final Logger logger = LoggerFactory.getLogger(SocketLink.class);

	/** The approximate amount of unread input that the kernel may buffer. */
	private static final int UNREAD_BYTES = 64 * 1024;

	/** The time for a client to close its side after the server has closed its own. */
	private static final long LINGER_MILLIS = 5_000;

	private final SocketReader reader;

	private final @Nullable SocketChannel socket;

	private @Nullable Sent done;

	SocketLink(EndPoint endPoint, Executor executor, ByteBufferPool buffers, Turns turns) {
		super(endPoint, executor);
		this.reader = new SocketReader(this, executor, buffers, turns);
		this.socket = (endPoint instanceof SocketChannelEndPoint plain) ? plain.getChannel() : null;
	}

	/** Handles input. It must consume all of it, because the buffer is reused. */
	abstract void receive(ByteBuffer bytes);

	/**
	 * Handles input and erases it. The buffer goes back to a pool, where it may stay
	 * unused for long, and its texts may be deleted meanwhile.
	 * @param bytes the input, in a buffer with an array
	 */
	final void receiveAndErase(ByteBuffer bytes) {
		int start = bytes.arrayOffset();
		int end = start + bytes.limit();
		try {
			receive(bytes);
		}
		finally {
			Arrays.fill(bytes.array(), start, end, (byte) 0);
		}
	}

	/** The client has closed its side. */
	abstract void receiveEnd();

	@Override
	public void onOpen() {
		super.onOpen();
		// Heart-beats and pings detect dead connections.
		getEndPoint().setIdleTimeout(0);
		limitWhatWaits();
	}

	/**
	 * Limits the kernel's receive buffer. By default it holds megabytes, which an
	 * overloaded server would still have to handle after its clients have stopped
	 * sending.
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

	/**
	 * Whether its input is handled in
	 * {@linkplain chat.hubbub.broker.connection.Batch#ofPromptRead prompt batchs}. With
	 * TLS even reading takes time.
	 */
	boolean isPrompt() {
		return this.socket != null;
	}

	@Override
	public void onFillable() {
		this.reader.read();
	}

	/**
	 * Tries to write directly first, because most writes complete at once and need no
	 * callback.
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

	/** Without TLS the bytes go to the socket directly, which costs less. */
	private boolean flush(ByteBuffer bytes) throws IOException {
		if (this.socket == null) {
			return getEndPoint().flush(bytes);
		}
		this.socket.write(bytes);
		return !bytes.hasRemaining();
	}

	/**
	 * Closes the server's side and continues to read until the client has closed its own.
	 * Closing with unread bytes would reset the connection, and the client could lose the
	 * last output.
	 */
	@Override
	public void close(int code, String reason) {
		getEndPoint().setIdleTimeout(LINGER_MILLIS);
		this.reader.slowDown();
		getEndPoint().shutdownOutput();
	}

	@Override
	public void abort() {
		getEndPoint().close();
	}

	/** Without this, a connection that failed would never be read again. */
	void giveUp(Throwable cause) {
		if (cause instanceof IOException) {
			logger.debug("A client went away", cause);
		}
		else {
			logger.error("A connection failed and is being closed", cause);
		}
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
