package chat.hubbub.transport;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.sockjs.transport.SockJsSession;

import chat.hubbub.broker.Link;

/** The way out for each of Spring's sessions: straight to Jetty where it can be. */
@Component
class Links implements DisposableBean {

	private static final int BLOCKING_THREADS = 32;

	private final ExecutorService blocking;

	Links() {
		// The queue needs no bound: each connection has one write in it at the most.
		ThreadPoolExecutor executor = new ThreadPoolExecutor(BLOCKING_THREADS, BLOCKING_THREADS, 1, TimeUnit.MINUTES,
				new LinkedBlockingQueue<>(), (task) -> new Thread(task, "sockjs-writer"));
		executor.allowCoreThreadTimeOut(true);
		this.blocking = executor;
	}

	Link of(WebSocketSession session) {
		// SockJS on a WebSocket has a native session too, but frames of its own.
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
