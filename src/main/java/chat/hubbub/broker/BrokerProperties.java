package chat.hubbub.broker;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
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
 */
@ConfigurationProperties("hubbub.connection")
record BrokerProperties(@DefaultValue("1MB") DataSize outboxSize, @DefaultValue("30s") Duration outboxAge,
		@DefaultValue("5s") Duration drain, @DefaultValue("10s") Duration heartBeat,
		@DefaultValue("10s") Duration connectTimeout, @DefaultValue("200") int subscriptions) {

	long outboxBytes() {
		return this.outboxSize.toBytes();
	}

	long outboxNanos() {
		return this.outboxAge.toNanos();
	}

	long drainNanos() {
		return this.drain.toNanos();
	}

}
