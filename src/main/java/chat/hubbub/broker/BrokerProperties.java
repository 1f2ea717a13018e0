package chat.hubbub.broker;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * The bounds of a connection.
 *
 * @param outboxSize how much may wait to be written to a connection before it is closed
 * @param outboxAge how long a write may take before the connection is closed
 * @param drain how long a connection that is being closed may take to read the rest
 * @param heartBeat how often each side shows that it lives; 0 turns heart-beats off
 * @param connectTimeout how long a client may take to send CONNECT
 * @param subscriptions how many subscriptions a connection may have; 0 for any number
 * @param budget how much a connection may make the server keep, of which
 * {@code outboxSize} is a part; the rest has to be enough for a frame of the greatest
 * size while it is received and handled ({@value #FRAME_BYTES} bytes)
 * @param serverBudget how much all connections together may make the server keep; 0 for a
 * quarter of the heap
 * @param ping how often a WebSocket whose client shows no heart-beats, or gets none, is
 * pinged; 0 turns pings off
 */
@ConfigurationProperties("hubbub.connection")
public record BrokerProperties(@DefaultValue("1MB") DataSize outboxSize, @DefaultValue("30s") Duration outboxAge,
		@DefaultValue("5s") Duration drain, @DefaultValue("10s") Duration heartBeat,
		@DefaultValue("10s") Duration connectTimeout, @DefaultValue("200") int subscriptions,
		@DefaultValue("2MB") DataSize budget, @DefaultValue("0B") DataSize serverBudget,
		@DefaultValue("25s") Duration ping) {

	/** Its bytes as they come, its body once more while it is handled, its head. */
	static final long FRAME_BYTES = 640 * 1024;

	public BrokerProperties {
		Assert.isTrue(budget.toBytes() >= outboxSize.toBytes() + FRAME_BYTES,
				"hubbub.connection.budget must be at least " + FRAME_BYTES / 1024
						+ " KiB more than hubbub.connection.outbox-size, which is a part of it");
	}

	public long outboxBytes() {
		return this.outboxSize.toBytes();
	}

	/** How much a connection may make the server keep beside its outbox. */
	public long keptBytes() {
		return this.budget.toBytes() - outboxBytes();
	}

	public long outboxNanos() {
		return this.outboxAge.toNanos();
	}

	public long drainNanos() {
		return this.drain.toNanos();
	}

}
