package chat.hubbub.transport;

import java.nio.ByteBuffer;

import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.wire.Framing;
import chat.hubbub.broker.wire.Link;

/**
 * A Jetty WebSocket, for protocols that {@link WebSocketLink} does not support. It writes
 * through the core session, which never blocks and accepts bytes that many connections
 * share.
 */
final class JettyLink implements Link, Callback {

	private final CoreSession session;

	private @Nullable Sent done;

	JettyLink(WebSocketSession session) {
		this.session = session.getCoreSession();
	}

	@Override
	public String transport() {
		return "websocket";
	}

	@Override
	public Framing framing() {
		return Framing.MESSAGES;
	}

	@Override
	public void write(ByteBuffer bytes, boolean binary, Sent done) {
		this.done = done;
		this.session.sendFrame(new Frame(binary ? OpCode.BINARY : OpCode.TEXT, bytes), this, false);
	}

	@Override
	public boolean ping(Sent done) {
		this.done = done;
		this.session.sendFrame(new Frame(OpCode.PING), this, false);
		return true;
	}

	@Override
	public void close(int code, String reason) {
		this.session.close(code, reason, Callback.NOOP);
	}

	@Override
	public void abort() {
		this.session.abort();
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
