package chat.hubbub.broker;

import java.util.concurrent.CompletionStage;

import org.springframework.messaging.Message;

/**
 * A short way from a SEND to the method of a controller, for destinations that get many
 * messages. It calls the method that Spring would choose, with the same arguments. Where
 * the mapping of another controller might apply, Spring decides instead. Thread-safe.
 */
public interface Route {

	/**
	 * The controller.
	 * @return its class
	 */
	Class<?> controller();

	/**
	 * Whether the controller maps a destination.
	 * @param path the destination from the slash before the name on, such as
	 * {@code /chat.tea}
	 */
	boolean leadsTo(String path);

	/**
	 * Whether a SEND is handled in so short a time that other connections may wait for
	 * it.
	 * @param body the body of the frame
	 * @return {@code false} if it should have a thread of its own
	 */
	default boolean isShort(byte[] body) {
		return true;
	}

	/**
	 * Calls the controller. It must not wait, because it may run on the thread that reads
	 * from all connections.
	 * @param path a destination to which the route leads
	 * @param send the frame
	 * @return completes when the frame is done
	 */
	CompletionStage<?> call(String path, Message<?> send);

}
