package chat.hubbub.broker;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.stomp.StompConversionException;
import org.springframework.web.socket.messaging.StompSubProtocolErrorHandler;

/**
 * The ERROR frames for what goes wrong before a frame reaches its handlers, in our own
 * words instead of an exception's.
 */
class StompErrors extends StompSubProtocolErrorHandler {

	@Override
	public Message<byte[]> handleClientMessageProcessingError(@Nullable Message<byte[]> clientMessage, Throwable ex) {
		String receipt = (clientMessage != null)
				? SimpMessageHeaderAccessor.getFirstNativeHeader("receipt", clientMessage.getHeaders()) : null;
		String session = (clientMessage != null) ? SimpMessageHeaderAccessor.getSessionId(clientMessage.getHeaders())
				: null;
		return Refusals.error(session, Fault.of(known(ex, session), receipt));
	}

	private static Throwable known(Throwable ex, @Nullable String session) {
		if (ex instanceof StompConversionException) {
			boolean tooLarge = String.valueOf(ex.getMessage()).contains("buffer size limit");
			return tooLarge ? ProtocolFault.tooLarge() : ProtocolFault.malformed();
		}
		if (ex instanceof IllegalStateException && session == null) {
			return ProtocolFault.outOfTurn();
		}
		return ex;
	}

}
