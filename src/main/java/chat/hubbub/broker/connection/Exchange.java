package chat.hubbub.broker.connection;

import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;

import chat.hubbub.broker.Batch;

/**
 * One frame of a client and its answer: the RECEIPT, if the client asked for one. It is
 * sent when the frame is done, and never for a refused frame. The exchange travels in the
 * frame's headers and is used by the thread that handles the frame; only {@code work} may
 * end on another thread.
 */
public final class Exchange {

	private static final String HEADER = Exchange.class.getName();

	private final Connection connection;

	private final @Nullable String id;

	/** Whether it was already sent when the frame joined its transaction. */
	private final boolean sent;

	private @Nullable CompletionStage<?> work;

	private boolean refused;

	private Exchange(Connection connection, @Nullable String id, boolean sent) {
		this.connection = connection;
		this.id = id;
		this.sent = sent;
	}

	/** Begins the exchange of a frame and attaches it to the frame. */
	public static Exchange attach(StompHeaderAccessor frame, Connection connection) {
		Exchange exchange = new Exchange(connection, frame.getReceipt(), Batch.isTransaction());
		frame.setHeader(HEADER, exchange);
		return exchange;
	}

	/**
	 * The exchange of a message.
	 * @param message a message of the inbound channel
	 * @return the exchange, or {@code null} if the message is not a client's frame
	 */
	public static @Nullable Exchange of(Message<?> message) {
		return message.getHeaders().get(HEADER, Exchange.class);
	}

	/** The connection that the frame came from. */
	public Connection connection() {
		return this.connection;
	}

	@Nullable String id() {
		return this.id;
	}

	/** The frame is done only when this work is. */
	public void await(CompletionStage<?> work) {
		this.work = work;
	}

	/** Sends no receipt, because the client receives a refusal instead. */
	void refuse() {
		this.refused = true;
	}

	boolean isRefused() {
		return this.refused;
	}

	/** The frame has passed all its handlers. */
	void handled() {
		if (this.sent) {
			// The COMMIT of its transaction is the work; a refused one stores nothing.
			return;
		}
		if (this.work != null) {
			// The connection's work includes the answer, so that a close cannot overtake
			// it.
			this.connection.workOn(this.work.thenRun(this::send));
		}
		else {
			send();
		}
	}

	private void send() {
		if (!this.refused && this.id != null) {
			this.connection.output().send(this.connection.output().wire().receipt(this.id));
		}
	}

}
