package chat.hubbub.broker;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * When a connection must show that it lives, and when it is shown that the server does.
 * Until CONNECT is through, that is all that counts; from then on, what both sides agreed
 * on (STOMP 1.2, Heart-beating). Thread-safe.
 */
final class KeepAlive {

	/** How many times its interval a client may be late. */
	private static final int PATIENCE = 2;

	// The next tick comes after this time at the latest, even on a busy machine.
	private static final long LATEST_TICK_NANOS = Shard.TICK_NANOS * 5 / 4;

	private final long connectNanos;

	private volatile boolean connected;

	private volatile long readNanos;

	private volatile long writeNanos;

	private volatile long lastRead = System.nanoTime();

	KeepAlive(Duration connectTimeout) {
		this.connectNanos = connectTimeout.toNanos();
	}

	/**
	 * The client is connected.
	 * @param readNanos how often it shows that it lives, 0 for never
	 * @param writeNanos how often it wants to be shown, 0 for never
	 */
	void agree(long readNanos, long writeNanos) {
		read();
		this.readNanos = readNanos;
		this.writeNanos = writeNanos;
		this.connected = true;
	}

	/** The client waits for the server's answer to its CONNECT, for so long at most. */
	void await(Duration answer) {
		this.lastRead = System.nanoTime() + answer.toNanos();
	}

	/** Bytes have come. */
	void read() {
		this.lastRead = System.nanoTime();
	}

	/** Why the connection is to be closed, or {@code null}. */
	@Nullable ProtocolFault fault(long now) {
		long silent = now - this.lastRead;
		if (!this.connected) {
			return (silent > this.connectNanos) ? ProtocolFault.noConnect() : null;
		}
		return (this.readNanos > 0 && silent > PATIENCE * this.readNanos) ? ProtocolFault.silent() : null;
	}

	/** Whether a heart-beat must go out before the next tick. */
	boolean isDue(long lastWrite, long now) {
		return this.writeNanos > 0 && now - lastWrite >= this.writeNanos - LATEST_TICK_NANOS;
	}

}
