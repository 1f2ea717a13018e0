package chat.hubbub.broker;

import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;

/**
 * The RECEIPT that a client asked for with a frame. It is sent once the frame is done,
 * never for one that was refused. It travels in the frame's headers and is used by the
 * thread that handles the frame; only {@code work} may end on another.
 */
final class Receipt {

	private static final String HEADER = Receipt.class.getName();

	private static final byte[] EMPTY = new byte[0];

	private final String id;

	private final String session;

	private final MessageChannel clients;

	private @Nullable CompletionStage<?> work;

	private boolean refused;

	Receipt(String id, String session, MessageChannel clients) {
		this.id = id;
		this.session = session;
		this.clients = clients;
	}

	static @Nullable Receipt of(Message<?> message) {
		return message.getHeaders().get(HEADER, Receipt.class);
	}

	void travelIn(StompHeaderAccessor frame) {
		frame.setHeader(HEADER, this);
	}

	String id() {
		return this.id;
	}

	/** The frame is done when this work is. */
	void await(CompletionStage<?> work) {
		this.work = work;
	}

	/** There will be no receipt: the client is told of the fault instead. */
	void refuse() {
		this.refused = true;
	}

	/** The frame has passed through all its handlers. */
	void handled() {
		if (this.refused) {
			return;
		}
		if (this.work == null) {
			send();
		}
		else {
			this.work.thenRun(this::send);
		}
	}

	private void send() {
		StompHeaderAccessor frame = StompHeaderAccessor.create(StompCommand.RECEIPT);
		frame.setSessionId(this.session);
		frame.setReceiptId(this.id);
		this.clients.send(MessageBuilder.createMessage(EMPTY, frame.getMessageHeaders()));
	}

}
