package chat.hubbub.transport;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.sockjs.transport.SockJsSession;

import chat.hubbub.broker.wire.Link;

/** Creates the link for each Spring session: directly to Jetty where possible. */
@Component
class Links implements DisposableBean {

	// A client that does not read blocks its thread until Jetty's timeout.
	private static final int MAX_BLOCKED = 1024;

	private final ExecutorService blocking = new ThreadPoolExecutor(0, MAX_BLOCKED, 10, TimeUnit.SECONDS,
			new SynchronousQueue<>(), (task) -> new Thread(task, "sockjs-writer"));

	Link of(WebSocketSession session) {
		// SockJS over a WebSocket has a native session too, but SockJS frames its
		// messages itself.
		if (!(session instanceof SockJsSession) && session instanceof NativeWebSocketSession holder
				&& holder.getNativeSession() instanceof org.eclipse.jetty.websocket.common.WebSocketSession jetty) {
			return new JettyLink(jetty);
		}
		return new BlockingLink(session, this.blocking);
	}

	@Override
	public void destroy() {
		this.blocking.shutdownNow();
	}

}
