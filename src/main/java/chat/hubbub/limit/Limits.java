package chat.hubbub.limit;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;

import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;

import chat.hubbub.account.User;
import chat.hubbub.broker.Admission;
import chat.hubbub.broker.Batch;
import chat.hubbub.broker.PromptInterceptor;
import chat.hubbub.broker.RefusedFrames;
import chat.hubbub.net.ClientAddress;
import chat.hubbub.refusal.Refusal;

/**
 * Limits the number of connections and the rate of their frames. Thread-safe; a frame is
 * counted without locks.
 */
@Component
public class Limits implements PromptInterceptor, Admission {

	private final LimitProperties limits;

	private final TimeMeter meter;

	private final RefusedFrames refusals;

	private final Parties<ClientAddress> addresses;

	private final Parties<String> users;

	Limits(LimitProperties limits, TimeMeter meter, RefusedFrames refusals) {
		this.limits = limits;
		this.meter = meter;
		this.refusals = refusals;
		this.addresses = new Parties<>("connection.address", limits.addressConnections(),
				limits.addressMessages().memory(), () -> Party.address(limits, meter), meter);
		this.users = new Parties<>("connection.user", limits.connections(),
				longer(limits.messages().memory(),
						longer(limits.searches().memory(), longer(limits.typing().memory(), limits.marks().memory()))),
				() -> Party.user(limits, meter), meter);
	}

	@Override
	public void ask(@Nullable InetAddress address) {
		if (address != null) {
			this.addresses.ask(ClientAddress.of(address));
		}
	}

	@Override
	public void admit(Map<String, Object> attributes) {
		Throttle subscribes = Throttle.of("rate.subscriptions", this.limits.subscribes(), this.meter);
		ClientAddress address = (attributes.get(ADDRESS) instanceof InetAddress known) ? ClientAddress.of(known) : null;
		Throttle messages = (address != null) ? this.addresses.enter(address).messages() : Throttle.NONE;
		attributes.put(Allowance.ATTRIBUTE, Allowance.of(address, messages, subscribes));
	}

	@Override
	public void countSend(Map<String, Object> attributes, String destination) {
		if (attributes.get(Allowance.ATTRIBUTE) instanceof Allowance allowance) {
			allowance.send(destination);
		}
	}

	@Override
	public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
		StompHeaderAccessor frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
		Map<String, Object> attributes = SimpMessageHeaderAccessor.getSessionAttributes(message.getHeaders());
		if (frame == null || frame.getCommand() == null || attributes == null) {
			return message;
		}
		try {
			count(frame, frame.getCommand(), attributes);
			return message;
		}
		catch (Refusal refusal) {
			this.refusals.refuse(message, refusal);
			return null;
		}
	}

	private void count(StompHeaderAccessor frame, StompCommand command, Map<String, Object> attributes) {
		if (command == StompCommand.DISCONNECT) {
			leave(attributes);
		}
		else if (command == StompCommand.CONNECT && frame.getUser() instanceof User user) {
			enter(user, attributes);
		}
		else if (attributes.get(Allowance.ATTRIBUTE) instanceof Allowance allowance) {
			// A SEND of a transaction was counted when it arrived.
			if (command == StompCommand.SEND && !Batch.isTransaction()) {
				allowance.send(frame.getDestination());
			}
			else if (command == StompCommand.SUBSCRIBE) {
				allowance.subscribe();
			}
		}
	}

	/**
	 * Counts the user in one step with the check that the connection is still open, so
	 * that a closed one is not counted.
	 */
	private void enter(User user, Map<String, Object> attributes) {
		String name = user.username().key();
		attributes.computeIfPresent(Allowance.ATTRIBUTE,
				(key, allowance) -> ((Allowance) allowance).with(name, this.users.enter(name)));
	}

	private void leave(Map<String, Object> attributes) {
		if (attributes.remove(Allowance.ATTRIBUTE) instanceof Allowance allowance) {
			if (allowance.user() != null) {
				this.users.leave(allowance.user());
			}
			if (allowance.address() != null) {
				this.addresses.leave(allowance.address());
			}
		}
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

}
