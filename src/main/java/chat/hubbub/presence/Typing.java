package chat.hubbub.presence;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.stereotype.Component;

import chat.hubbub.account.User;
import chat.hubbub.broker.Batch;
import chat.hubbub.broker.PromptInterceptor;
import chat.hubbub.bus.Bus;
import chat.hubbub.stomp.Destinations;

/**
 * Tells every node who is typing. A user who sends to a place has stopped. Thread-safe.
 */
@Component
class Typing implements PromptInterceptor {

	private final Typists typists;

	private final Places places;

	private final Bus bus;

	Typing(Typists typists, Places places, Bus bus) {
		this.typists = typists;
		this.places = places;
		this.bus = bus;
		bus.receive(Typed.class, (fact) -> typists.apply(fact, System.nanoTime()));
	}

	/** A user is typing; a repeated notice costs no fact. */
	void began(String place, User user) {
		if (!this.typists.isTyping(place, user.getName(), System.nanoTime(), Typists.FRESH)) {
			this.bus.publish(new Typed(place, user.getName(), true));
		}
	}

	@Override
	public void postSend(Message<?> frame, MessageChannel channel, boolean sent) {
		if (this.typists.isEmpty()
				|| SimpMessageHeaderAccessor.getMessageType(frame.getHeaders()) != SimpMessageType.MESSAGE) {
			return;
		}
		String destination = SimpMessageHeaderAccessor.getDestination(frame.getHeaders());
		if (destination != null && SimpMessageHeaderAccessor.getUser(frame.getHeaders()) instanceof User user) {
			this.places.of(destination, Destinations.APP).ifPresent((place) -> ended(place, user));
		}
	}

	private void ended(String place, User user) {
		if (this.typists.isTyping(place, user.getName(), System.nanoTime(), Typists.EXPIRY)) {
			Batch.mayWait(() -> this.bus.publish(new Typed(place, user.getName(), false)));
		}
	}

}
