package chat.hubbub.transport;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.connection.Connections;

/**
 * Shuts the port for STOMP over TCP before a stopping server tells its clients. Then the
 * system refuses new ones. Otherwise some would wait to be accepted and be cut off
 * untold.
 */
@Component
class TcpEntrance implements SmartLifecycle {

	private final TcpListener listener;

	private volatile boolean running;

	/**
	 * An entrance.
	 * @param listener has the port
	 * @param connections tells the clients; Spring stops what depends on it before it
	 */
	TcpEntrance(TcpListener listener, Connections connections) {
		this.listener = listener;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.listener.shut();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
