package chat.hubbub.broker;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;

/**
 * Sends numbered events to the subscribers of a topic. Events of one topic must come from
 * one thread at a time, in the order of their numbers: in that order they are delivered.
 */
@Component
public class Broadcasts {

	/** The header of a MESSAGE that carries the event's number in its topic. */
	public static final String SEQ = "seq";

	// Not a STOMP header: transports that know no frames deliver this text.
	private static final String PLAIN_TEXT = Broadcasts.class.getName() + ".plainText";

	private final SimpMessagingTemplate messaging;

	Broadcasts(SimpMessagingTemplate messaging) {
		this.messaging = messaging;
	}

	/**
	 * Sends one event.
	 * @param destination the topic's destination
	 * @param seq the event's number in its topic
	 * @param json the event as UTF-8 encoded JSON; not copied
	 * @param plainText the same for clients that speak plain text
	 */
	public void send(String destination, long seq, byte[] json, String plainText) {
		SimpMessageHeaderAccessor headers = SimpMessageHeaderAccessor.create(SimpMessageType.MESSAGE);
		headers.setContentType(MimeTypeUtils.APPLICATION_JSON);
		headers.setNativeHeader(SEQ, Long.toString(seq));
		headers.setHeader(PLAIN_TEXT, plainText);
		this.messaging.send(destination, MessageBuilder.createMessage(json, headers.getMessageHeaders()));
	}

	/**
	 * The text for a client that speaks plain text.
	 * @param headers the headers of a broadcast message
	 * @return the text, or {@code null} if there is none
	 */
	public static @Nullable String plainText(MessageHeaders headers) {
		return headers.get(PLAIN_TEXT, String.class);
	}

}
