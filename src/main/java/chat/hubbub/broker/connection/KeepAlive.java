package chat.hubbub.broker.connection;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.BrokerProperties;
import chat.hubbub.broker.fanout.Shard;
import chat.hubbub.refusal.Refusal;

/**
 * The time limits of a connection: until it is connected, that of CONNECT; afterwards the
 * negotiated heart-beats (STOMP 1.2, Heart-beating), and pings if there are no
 * heart-beats in both directions. {@code agree}, {@code read} and {@code sign} are
 * thread-safe; the rest is for the shard's thread.
 */
final class KeepAlive {

	/**
	 * A client may be late by this multiple of its interval, and may miss this many
	 * pings.
	 */
	private static final int PATIENCE = 2;

	// The next tick comes at the latest after this time, even on a busy machine.
	private static final long LATEST_TICK_NANOS = Shard.TICK_NANOS * 5 / 4;

	private final long connectNanos;

	private final long pingNanos;

	private volatile boolean connected;

	private volatile long readNanos;

	private volatile long writeNanos;

	private volatile long lastRead = System.nanoTime();

	private volatile long lastSign = this.lastRead;

	private volatile long lastPing = this.lastRead;

	private int pings;

	KeepAlive(BrokerProperties limits) {
		this.connectNanos = limits.connectTimeout().toNanos();
		this.pingNanos = limits.ping().toNanos();
	}

	/**
	 * The client is connected.
	 * @param readNanos the interval of its heart-beats, 0 for never
	 * @param writeNanos the interval of heart-beats to it, 0 for never
	 */
	void agree(long readNanos, long writeNanos) {
		this.readNanos = readNanos;
		this.writeNanos = writeNanos;
		this.connected = true;
		read();
		this.lastPing = this.lastRead;
	}

	/**
	 * Extends the time limit while the client waits for the answer to its CONNECT. The
	 * answer comes at the latest after this time.
	 */
	void await(Duration answer) {
		this.lastRead = System.nanoTime() + answer.toNanos();
	}

	/**
	 * Bytes have arrived; those of an incomplete CONNECT do not extend its time limit.
	 */
	void read() {
		if (this.connected) {
			this.lastRead = System.nanoTime();
		}
	}

	/**
	 * A sign of life other than a heart-beat has arrived, such as the answer to a ping.
	 */
	void sign() {
		this.lastSign = System.nanoTime();
	}

	/** The reason to close the connection, or {@code null}. */
	@Nullable Refusal fault(long now) {
		long silent = now - this.lastRead;
		if (!this.connected) {
			return (silent > this.connectNanos) ? ConnectionFault.noConnect() : null;
		}
		boolean late = this.readNanos > 0 && silent > PATIENCE * this.readNanos;
		return (late || (isPingDue(now) && unanswered() >= PATIENCE)) ? ConnectionFault.silent() : null;
	}

	/** Whether a heart-beat must be sent before the next tick. */
	boolean isDue(long lastWrite, long now) {
		return this.writeNanos > 0 && now - lastWrite >= this.writeNanos - LATEST_TICK_NANOS;
	}

	/** Whether it is time for a ping. */
	boolean isPingDue(long now) {
		boolean beatsBothWays = this.readNanos > 0 && this.writeNanos > 0;
		return this.connected && this.pingNanos > 0 && !beatsBothWays && now - this.lastPing >= this.pingNanos;
	}

	/** A ping was sent. */
	void pinged(long now) {
		this.pings = unanswered() + 1;
		this.lastPing = now;
	}

	/** The number of successive pings without an answer. */
	private int unanswered() {
		boolean answered = this.lastSign - this.lastPing > 0 || this.lastRead - this.lastPing > 0;
		return answered ? 0 : this.pings;
	}

}
