package chat.hubbub.broker.connection;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.BrokerProperties;
import chat.hubbub.broker.fanout.Shard;
import chat.hubbub.refusal.Refusal;

/**
 * When a connection must show that it lives, and when it is shown that the server does.
 * Until CONNECT is through, that is all that counts; from then on, what both sides agreed
 * on (STOMP 1.2, Heart-beating), and where either side shows nothing, pings.
 * {@code agree}, {@code read} and {@code sign} are thread-safe, the rest is for the
 * shard's thread.
 */
final class KeepAlive {

	/**
	 * How many times its interval a client may be late, and how many pings it may miss.
	 */
	private static final int PATIENCE = 2;

	// The next tick comes after this time at the latest, even on a busy machine.
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
	 * @param readNanos how often it shows that it lives, 0 for never
	 * @param writeNanos how often it wants to be shown, 0 for never
	 */
	void agree(long readNanos, long writeNanos) {
		this.readNanos = readNanos;
		this.writeNanos = writeNanos;
		this.connected = true;
		read();
		this.lastPing = this.lastRead;
	}

	/** The client waits for the server's answer to its CONNECT, for so long at most. */
	void await(Duration answer) {
		this.lastRead = System.nanoTime() + answer.toNanos();
	}

	/** Bytes have come; those of half a CONNECT gain no time. */
	void read() {
		if (this.connected) {
			this.lastRead = System.nanoTime();
		}
	}

	/** Something has come that is no heart-beat, such as the answer to a ping. */
	void sign() {
		this.lastSign = System.nanoTime();
	}

	/** Why the connection is to be closed, or {@code null}. */
	@Nullable Refusal fault(long now) {
		long silent = now - this.lastRead;
		if (!this.connected) {
			return (silent > this.connectNanos) ? ConnectionFault.noConnect() : null;
		}
		boolean late = this.readNanos > 0 && silent > PATIENCE * this.readNanos;
		return (late || (isPingDue(now) && unanswered() >= PATIENCE)) ? ConnectionFault.silent() : null;
	}

	/** Whether a heart-beat must go out before the next tick. */
	boolean isDue(long lastWrite, long now) {
		return this.writeNanos > 0 && now - lastWrite >= this.writeNanos - LATEST_TICK_NANOS;
	}

	/** Whether it is time for a ping. */
	boolean isPingDue(long now) {
		boolean beatsBothWays = this.readNanos > 0 && this.writeNanos > 0;
		return this.connected && this.pingNanos > 0 && !beatsBothWays && now - this.lastPing >= this.pingNanos;
	}

	/** A ping went out. */
	void pinged(long now) {
		this.pings = unanswered() + 1;
		this.lastPing = now;
	}

	/** How many pings in a row brought nothing from the client. */
	private int unanswered() {
		boolean answered = this.lastSign - this.lastPing > 0 || this.lastRead - this.lastPing > 0;
		return answered ? 0 : this.pings;
	}

}
