package chat.hubbub.broker;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * The limits of a connection.
 *
 * @param outboxSize maximum bytes that wait to be written to a connection before it is
 * closed
 * @param outboxAge maximum time of a write before the connection is closed
 * @param drain maximum time for a client to read the rest of a connection that is being
 * closed
 * @param heartBeat interval of heart-beats in each direction; 0 turns them off
 * @param connectTimeout maximum time until a client sends CONNECT
 * @param subscriptions maximum subscriptions of a connection; 0 means no limit
 * @param budget maximum server memory for a connection, including {@code outboxSize}; the
 * rest must be enough for a frame of the maximum size while it is received and handled
 * ({@value #FRAME_BYTES} bytes)
 * @param serverBudget maximum server memory for all connections together; 0 means a
 * quarter of the heap
 * @param ping interval of pings to a WebSocket without heart-beats in both directions; 0
 * turns pings off
 */
@ConfigurationProperties("hubbub.connection")
public record BrokerProperties(@DefaultValue("1MB") DataSize outboxSize, @DefaultValue("30s") Duration outboxAge,
		@DefaultValue("5s") Duration drain, @DefaultValue("10s") Duration heartBeat,
		@DefaultValue("10s") Duration connectTimeout, @DefaultValue("200") int subscriptions,
		@DefaultValue("2MB") DataSize budget, @DefaultValue("0B") DataSize serverBudget,
		@DefaultValue("25s") Duration ping) {

	/**
	 * The frame as it arrives, a copy of its body while it is handled, and its headers.
	 */
	static final long FRAME_BYTES = 640 * 1024;

	/** Checks that the budget leaves room for a frame. */
	public BrokerProperties {
		Assert.isTrue(budget.toBytes() >= outboxSize.toBytes() + FRAME_BYTES,
				"hubbub.connection.budget must be at least " + FRAME_BYTES / 1024
						+ " KiB more than hubbub.connection.outbox-size, which is a part of it");
	}

	/** The maximum bytes that wait for a client. */
	public long outboxBytes() {
		return this.outboxSize.toBytes();
	}

	/** The maximum server memory for a connection without its outbox. */
	public long keptBytes() {
		return this.budget.toBytes() - outboxBytes();
	}

	/** The maximum time of a write. */
	public long outboxNanos() {
		return this.outboxAge.toNanos();
	}

	/** The maximum time for a client to read the rest. */
	public long drainNanos() {
		return this.drain.toNanos();
	}

}
