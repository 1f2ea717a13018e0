package chat.hubbub.cluster;

import java.security.Principal;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.simp.stomp.StompCommand;

import chat.hubbub.broker.Guard;
import chat.hubbub.store.StoreUnavailable;

/**
 * Refuses subscriptions while this node is cut off from the store: the right may have
 * been withdrawn. A SEND needs the store anyway. Thread-safe.
 */
final class CutOffGuard implements Guard {

	private final Guard guard;

	private final BooleanSupplier cutOff;

	/**
	 * A guard before another one.
	 * @param guard decides by the rights that this node remembers
	 * @param cutOff whether they may have changed for some seconds
	 */
	CutOffGuard(Guard guard, BooleanSupplier cutOff) {
		this.guard = guard;
		this.cutOff = cutOff;
	}

	@Override
	public String check(@Nullable Principal user, StompCommand command, String destination) {
		if (command == StompCommand.SUBSCRIBE && this.cutOff.getAsBoolean()) {
			throw new StoreUnavailable();
		}
		return this.guard.check(user, command, destination);
	}

}
