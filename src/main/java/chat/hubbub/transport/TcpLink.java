package chat.hubbub.transport;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.Executor;

import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.Admission;
import chat.hubbub.broker.connection.Connections;
import chat.hubbub.broker.connection.Conversation;
import chat.hubbub.broker.wire.Framing;

/** A client that speaks STOMP over TCP. */
final class TcpLink extends SocketLink {

	private final Connections connections;

	private @Nullable Conversation conversation;

	TcpLink(EndPoint endPoint, Executor executor, ByteBufferPool buffers, Turns turns, Connections connections) {
		super(endPoint, executor, buffers, turns);
		this.connections = connections;
	}

	@Override
	public String transport() {
		return "tcp";
	}

	@Override
	public Framing framing() {
		return Framing.STREAM;
	}

	@Override
	public void onOpen() {
		super.onOpen();
		this.conversation = this.connections.openStomp(this, address(), null);
		fillInterested();
	}

	@Override
	void receive(ByteBuffer bytes) {
		if (this.conversation != null) {
			this.conversation.receive(bytes);
		}
	}

	@Override
	void receiveEnd() {
		if (this.conversation != null) {
			this.conversation.finish();
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

}
