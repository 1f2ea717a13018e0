package chat.hubbub.transport;

import java.nio.ByteBuffer;
import java.util.concurrent.Executor;

import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.wire.Framing;

/**
 * A WebSocket after its handshake. This class implements RFC 6455 itself, without
 * extensions: broadcasts go to the socket unchanged, and input of the client goes to its
 * {@link Visit} without a copy.
 */
final class WebSocketLink extends SocketLink implements Connection.UpgradeTo, WebSocketDecoder.Receiver {

	private final WebSocketDecoder decoder = new WebSocketDecoder(this);

	private final Visit.Opener opener;

	private @Nullable Visit visit;

	private @Nullable ByteBuffer early;

	private boolean over;

	WebSocketLink(EndPoint endPoint, Executor executor, ByteBufferPool buffers, Turns turns, Visit.Opener opener) {
		super(endPoint, executor, buffers, turns);
		this.opener = opener;
	}

	@Override
	public String transport() {
		return "websocket";
	}

	@Override
	public Framing framing() {
		return WebSocketFraming.INSTANCE;
	}

	@Override
	boolean isPrompt() {
		return super.isPrompt() && this.visit != null && this.visit.isPrompt();
	}

	/** The client may have sent frames directly after its request. */
	@Override
	public void onUpgradeTo(ByteBuffer bytes) {
		this.early = bytes;
	}

	@Override
	public void onOpen() {
		super.onOpen();
		this.visit = this.opener.open(this);
		if (this.early != null) {
			receive(this.early);
			this.early = null;
		}
		fillInterested();
	}

	@Override
	void receive(ByteBuffer bytes) {
		if (this.over || this.visit == null) {
			return;
		}
		try {
			this.decoder.receive(bytes);
		}
		catch (WebSocketFault fault) {
			this.over = true;
			this.visit.hangUp(fault.code(), fault.sentence());
		}
	}

	/** A client that leaves without a Close frame gets no answer. */
	@Override
	void receiveEnd() {
		getEndPoint().close();
	}

	@Override
	public void message(ByteBuffer part, boolean binary, boolean last) {
		if (!this.over && this.visit != null) {
			this.visit.message(part, binary, last);
		}
	}

	@Override
	public void ping(byte[] payload) {
		if (!this.over && this.visit != null) {
			this.visit.alive();
			this.visit.say(WebSocketFraming.pong(payload));
		}
	}

	@Override
	public void pong() {
		if (!this.over && this.visit != null) {
			this.visit.alive();
		}
	}

	@Override
	public void close(int code) {
		if (!this.over && this.visit != null) {
			this.over = true;
			this.visit.finish();
		}
	}

	@Override
	public boolean ping(Sent done) {
		write(ByteBuffer.wrap(WebSocketFraming.ping()), true, done);
		return true;
	}

	/** Sends a Close frame, and then closes the server's side. */
	@Override
	public void close(int code, String reason) {
		Callback closed = Callback.from(() -> super.close(code, reason), (fault) -> abort());
		getEndPoint().write(closed, ByteBuffer.wrap(WebSocketFraming.close(code, reason)));
	}

	@Override
	public void onClose(@Nullable Throwable cause) {
		super.onClose(cause);
		if (this.visit != null) {
			this.visit.end();
		}
	}

}
