package chat.hubbub.stomp;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import chat.hubbub.words.Phrase;

/**
 * The heart-beats of one side (STOMP 1.2, Heart-beating).
 *
 * @param sendsMillis the interval in which it can send, 0 if it cannot
 * @param wantsMillis the interval in which it wants to receive, 0 if it does not
 */
public record HeartBeat(long sendsMillis, long wantsMillis) {

	/** A client without heart-beats. */
	public static final HeartBeat NONE = new HeartBeat(0, 0);

	/** Parses a client's header; a missing one means {@code 0,0}. */
	public static HeartBeat parse(@Nullable String header) {
		if (header == null) {
			return NONE;
		}
		try {
			String[] parts = header.split(",", -1);
			if (parts.length == 2) {
				HeartBeat heartBeat = new HeartBeat(Integer.parseInt(parts[0].strip()),
						Integer.parseInt(parts[1].strip()));
				if (heartBeat.sendsMillis >= 0 && heartBeat.wantsMillis >= 0) {
					return heartBeat;
				}
			}
		}
		catch (NumberFormatException ex) {
			// Refused below, like a negative number.
		}
		throw FrameFault.header(Phrase.of("header.heart-beat"));
	}

	/**
	 * The interval in which this client is expected to send, in nanoseconds; 0 for never.
	 */
	public long reads(HeartBeat server) {
		return agreed(this.sendsMillis, server.wantsMillis);
	}

	/** The interval in which this client receives bytes, in nanoseconds; 0 for never. */
	public long writes(HeartBeat server) {
		return agreed(server.sendsMillis, this.wantsMillis);
	}

	private static long agreed(long sends, long wants) {
		return (sends > 0 && wants > 0) ? TimeUnit.MILLISECONDS.toNanos(Math.max(sends, wants)) : 0;
	}

	@Override
	public String toString() {
		return this.sendsMillis + "," + this.wantsMillis;
	}

}
