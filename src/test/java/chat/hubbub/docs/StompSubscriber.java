package chat.hubbub.docs;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.springframework.messaging.simp.stomp.StompFrameHandler;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.messaging.simp.stomp.StompSession;
import org.springframework.messaging.simp.stomp.StompSessionHandlerAdapter;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.messaging.WebSocketStompClient;

/** A STOMP client that has subscribed to one destination before the test goes on. */
final class StompSubscriber implements AutoCloseable {

	private static final int PATIENCE_SECONDS = 30;

	private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

	private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();

	private final StompSession session;

	StompSubscriber(RunningServer server, String login, String destination) throws Exception {
		this.scheduler.initialize();
		WebSocketStompClient client = new WebSocketStompClient(new StandardWebSocketClient());
		client.setTaskScheduler(this.scheduler);
		StompHeaders connect = new StompHeaders();
		connect.setLogin(login);
		this.session = client.connectAsync("ws://localhost:" + server.port() + "/ws", new WebSocketHttpHeaders(),
				connect, new StompSessionHandlerAdapter() {
				})
			.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		subscribe(destination);
	}

	void send(String destination, String body) {
		this.session.send(destination, body.getBytes(StandardCharsets.UTF_8));
	}

	String receive() throws InterruptedException {
		String body = this.bodies.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
		if (body == null) {
			throw new AssertionError("Nothing arrived");
		}
		return body;
	}

	@Override
	public void close() {
		this.session.disconnect();
		this.scheduler.shutdown();
	}

	private void subscribe(String destination) throws InterruptedException {
		StompHeaders subscribe = new StompHeaders();
		subscribe.setDestination(destination);
		subscribe.setReceipt("subscribed");
		BlockingQueue<Boolean> subscribed = new LinkedBlockingQueue<>();
		this.session.subscribe(subscribe, new Bodies()).addReceiptTask(() -> subscribed.add(true));
		if (subscribed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
			throw new AssertionError("The server did not acknowledge the subscription to " + destination);
		}
	}

	private final class Bodies implements StompFrameHandler {

		@Override
		public Type getPayloadType(StompHeaders headers) {
			return byte[].class;
		}

		@Override
		public void handleFrame(StompHeaders headers, Object payload) {
			StompSubscriber.this.bodies.add(new String((byte[]) payload, StandardCharsets.UTF_8));
		}

	}

}
