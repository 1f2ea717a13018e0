package chat.hubbub.broker.connection;

import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;

/**
 * The answer to one frame of a client: the RECEIPT, if the client asked for one. It is
 * sent when the frame is done, and never for a refused frame. It travels in the frame's
 * headers and is used by the thread that handles the frame; only {@code work} may end on
 * another thread.
 */
public final class Receipt {

	private static final String HEADER = Receipt.class.getName();

	private final Connection session;

	private final @Nullable String id;

	/** Whether it was already sent when the frame joined its transaction. */
	private final boolean sent;

	private @Nullable CompletionStage<?> work;

	private boolean refused;

	private Receipt(Connection session, @Nullable String id, boolean sent) {
		this.session = session;
		this.id = id;
		this.sent = sent;
	}

	/** Attaches the answer to its frame. */
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
