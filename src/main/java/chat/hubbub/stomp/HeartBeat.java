package chat.hubbub.stomp;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * How often one side shows that it lives (STOMP 1.2, Heart-beating).
 *
 * @param sendsMillis how often it can send, 0 if it cannot
 * @param wantsMillis how often it would like to get something, 0 if it does not mind
 */
public record HeartBeat(long sendsMillis, long wantsMillis) {

	/** A client that neither sends heart-beats nor wants them. */
	public static final HeartBeat NONE = new HeartBeat(0, 0);

	/** Reads a client's header; one that is missing stands for {@code 0,0}. */
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
		throw FrameFault.badHeader("heart-beat", "must be two numbers of milliseconds, such as 10000,10000");
	}

	/** How often this client's bytes are expected, in nanoseconds; 0 for never. */
	public long reads(HeartBeat server) {
		return agreed(this.sendsMillis, server.wantsMillis);
	}

	/** How often this client is sent bytes, in nanoseconds; 0 for never. */
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
