package chat.hubbub.relay;

import java.util.Map;

import com.rabbitmq.client.AMQP;
import tools.jackson.databind.json.JsonMapper;

import chat.hubbub.message.Event;
import chat.hubbub.stomp.Destinations;
import chat.hubbub.topic.TopicName;

/**
 * A message of RabbitMQ with an event.
 *
 * @param topic the topic, which is the routing key
 * @param properties its properties
 * @param body the event as JSON
 */
record EventMessage(TopicName topic, AMQP.BasicProperties properties, byte[] body) {

	private static final int PERSISTENT = 2;

	/** The same JSON as in a MESSAGE. */
	static EventMessage of(Event event, String epoch, JsonMapper json) {
		return message(event.topicName(), event.seq(), event.type(), epoch, json.writeValueAsBytes(event));
	}

	/** In the place of an event that is too large, so that the numbers have no gap. */
	static EventMessage omitted(TopicName topic, long seq, String epoch, JsonMapper json) {
		return message(topic, seq, Omitted.TYPE, epoch,
				json.writeValueAsBytes(new Omitted(Omitted.TYPE, topic.value(), seq)));
	}

	private static EventMessage message(TopicName topic, long seq, String type, String epoch, byte[] body) {
		AMQP.BasicProperties properties = new AMQP.BasicProperties.Builder().contentType("application/json")
			.deliveryMode(PERSISTENT)
			.type(type)
			.messageId(topic.destination().substring(Destinations.TOPIC.length()) + "-" + seq)
			.headers(Map.of("seq", seq, "epoch", epoch))
			.build();
		return new EventMessage(topic, properties, body);
	}

	/**
	 * The JSON of an event that is not published.
	 *
	 * @param type {@value #TYPE}
	 * @param topic the topic
	 * @param seq the event's number
	 */
	private record Omitted(String type, String topic, long seq) {

		static final String TYPE = "omitted";

	}

}
