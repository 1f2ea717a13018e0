package chat.hubbub.cluster;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** A node's end of the bus, without a RabbitMQ. */
class RabbitBusTests {

	private final List<String> sent = new CopyOnWriteArrayList<>();

	private final RabbitBus bus = new RabbitBus(operations(), "hubbub.nodes", new Node("here"), () -> "now");

	private volatile boolean broken;

	@AfterEach
	void stop() {
		this.bus.stop();
	}

	/** The thread that publishes goes on after any fault. */
	@Test
	void publishesAgainAfterAnyFault() {
		this.broken = true;
		this.bus.start();
		this.bus.publish("tea", new byte[1]);
		Awaitility.await().until(() -> this.sent.contains("a fault"));
		this.broken = false;
		Awaitility.await().until(() -> {
			this.bus.publish("tea", new byte[1]);
			return this.sent.contains("tea");
		});
	}

	@Test
	void beatsWhenItHasNothingToSend() throws Exception {
		Outgoing outgoing = new Outgoing();
		outgoing.add("tea", new byte[1]);
		assertThat(outgoing.take(Duration.ofDays(1))).extracting(Outgoing.Item::kind).isEqualTo("tea");
		assertThat(outgoing.take(Duration.ofMillis(1))).isNull();
		this.bus.start();
		Awaitility.await().until(() -> this.sent.contains("beat"));
	}

	/** Beats would only double the messages of a busy node. */
	@Test
	void measuresItsLagWithAnyMessageThatComesBack() {
		assertThat(this.bus.isUp()).isFalse();
		Message message = message("here", "tea", "now", new byte[1]);
		long sentAt = System.nanoTime() - TimeUnit.HOURS.toNanos(1);
		message.getMessageProperties().setMessageId(Long.toString(sentAt));
		this.bus.onMessage(message);
		assertThat(this.bus.isUp()).isTrue();
		assertThat(this.bus.lagNanos()).isGreaterThanOrEqualTo(TimeUnit.HOURS.toNanos(1));
	}

	@Test
	void refusesRubbishAndHearsWhatComesNext() {
		List<String> heard = new CopyOnWriteArrayList<>();
		this.bus.listen("tea", (node, body) -> {
			if (body.length == 0) {
				throw new IllegalArgumentException("rubbish");
			}
			heard.add(node);
		});
		this.bus.onMessage(message("there", "tea", "now", new byte[0]));
		this.bus.onMessage(message("there", "unknown", "now", new byte[1]));
		this.bus.onMessage(message("there", "tea", "another epoch", new byte[1]));
		this.bus.onMessage(message("here", "beat", "now", new byte[0]));
		assertThat(heard).isEmpty();
		this.bus.onMessage(message("there", "tea", "now", new byte[1]));
		assertThat(heard).containsExactly("there");
	}

	/** RabbitMQ would hold everything for a node that stands still. */
	@Test
	void hasAQueueOfALimitedLength() {
		assertThat(RabbitConfiguration.nodeQueue().getArguments()).containsEntry("x-overflow", "drop-head")
			.containsKey("x-max-length-bytes");
	}

	private static Message message(String node, String kind, String epoch, byte[] body) {
		MessageProperties properties = new MessageProperties();
		properties.setAppId(node);
		properties.setType(kind);
		properties.setHeader("epoch", epoch);
		properties.setMessageId("rubbish");
		return new Message(body, properties);
	}

	private RabbitOperations operations() {
		return (RabbitOperations) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { RabbitOperations.class }, (proxy, method, arguments) -> {
					if (this.broken) {
						this.sent.add("a fault");
						throw new IllegalStateException("The driver is broken");
					}
					this.sent.add(((Message) arguments[2]).getMessageProperties().getType());
					return null;
				});
	}

}
