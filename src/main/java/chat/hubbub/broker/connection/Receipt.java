package chat.hubbub.broker.connection;

import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;

/**
 * The answer to one frame of a client: the RECEIPT that it may have asked for, sent once
 * the frame is done and never for one that was refused. It travels in the frame's headers
 * and is used by the thread that handles the frame; only {@code work} may end on another.
 */
public final class Receipt {

	private static final String HEADER = Receipt.class.getName();

	private final Connection session;

	private final @Nullable String id;

	/** Whether it was sent when the frame's transaction took the frame. */
	private final boolean sent;

	private @Nullable CompletionStage<?> work;

	private boolean refused;

	private Receipt(Connection session, @Nullable String id, boolean sent) {
		this.session = session;
		this.id = id;
		this.sent = sent;
	}

	/** Attaches its answer to a frame. */
	public static Receipt attach(StompHeaderAccessor frame, Connection session) {
		Receipt receipt = new Receipt(session, frame.getReceipt(), UnitOfWork.current().isPresent());
		frame.setHeader(HEADER, receipt);
		return receipt;
	}

	public static @Nullable Receipt of(Message<?> message) {
		return message.getHeaders().get(HEADER, Receipt.class);
	}

	public Connection session() {
		return this.session;
	}

	@Nullable String id() {
		return this.id;
	}

	/** The frame is done when this work is. */
	public void await(CompletionStage<?> work) {
		this.work = work;
	}

	/** There will be no receipt: the client is told of the fault instead. */
	void refuse() {
		this.refused = true;
	}

	boolean isRefused() {
		return this.refused;
	}

	/** The frame has passed through all its handlers. */
	void handled() {
		if (this.sent) {
			// Its transaction's COMMIT is the work: one that is refused stores nothing.
			return;
		}
		if (this.work != null) {
			// The connection's work ends with its answer: a close must not overtake it.
			this.session.workOn(this.work.thenRun(this::send));
		}
		else {
			send();
		}
	}

	private void send() {
		if (!this.refused && this.id != null) {
			this.session.send(this.session.wire().receipt(this.id));
		}
	}

}
