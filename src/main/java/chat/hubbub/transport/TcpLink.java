package chat.hubbub.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.Executor;

import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import chat.hubbub.broker.Admission;
import chat.hubbub.broker.Conversation;
import chat.hubbub.broker.Link;
import chat.hubbub.broker.Sessions;

/**
 * A client that speaks STOMP over TCP. Frames are handled on the thread that reads them,
 * so a client that sends faster than they are handled is slowed by TCP.
 */
final class TcpLink extends AbstractConnection implements Link, Callback {

	private static final Logger logger = LoggerFactory.getLogger(TcpLink.class);

	private static final int READ_BYTES = 8 * 1024;

	/** How long a client may take to close its side after we closed ours. */
	private static final long LINGER_MILLIS = 5_000;

	private final Sessions sessions;

	private final ByteBufferPool buffers;

	private @Nullable Conversation conversation;

	private @Nullable Sent done;

	TcpLink(EndPoint endPoint, Executor executor, ByteBufferPool buffers, Sessions sessions) {
		super(endPoint, executor);
		this.buffers = buffers;
		this.sessions = sessions;
	}

	@Override
	public void onOpen() {
		super.onOpen();
		this.conversation = this.sessions.openStomp(this, address(), null);
		fillInterested();
	}

	@Override
	public void onFillable() {
		RetainableByteBuffer buffer = this.buffers.acquire(READ_BYTES, true);
		try {
			if (read(buffer.getByteBuffer()) == 0) {
				fillInterested();
			}
			else if (this.conversation != null) {
				this.conversation.finish();
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

	@Override
	public void onClose(@Nullable Throwable cause) {
		super.onClose(cause);
		if (this.conversation != null) {
			this.conversation.end();
		}
	}

	private Map<String, Object> address() {
		return (getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress client)
				? Map.of(Admission.ADDRESS, client.getAddress()) : Map.of();
	}

	/**
	 * Reads as long as there is something; returns 0 when there is not, -1 at the end.
	 */
	private int read(ByteBuffer bytes) throws IOException {
		int count = getEndPoint().fill(bytes);
		while (count > 0 && this.conversation != null) {
			this.conversation.receive(bytes);
			bytes.clear().flip();
			count = getEndPoint().fill(bytes);
		}
		return count;
	}

	@Override
	public void write(ByteBuffer bytes, boolean binary, Sent done) {
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
