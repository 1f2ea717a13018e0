package chat.bench.stock;

import java.time.Instant;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.SendTo;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.stereotype.Controller;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

/** The chat as Spring's guide to STOMP over WebSocket has it: nothing is tuned. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableWebSocketMessageBroker
@Controller
public class StockChat implements WebSocketMessageBrokerConfigurer {

	/**
	 * Runs the server.
	 * @param args Spring Boot's command line
	 */
	public static void main(String[] args) {
		SpringApplication.run(StockChat.class, args);
	}

	@Override
	public void registerStompEndpoints(StompEndpointRegistry registry) {
		registry.addEndpoint("/ws");
	}

	@Override
	public void configureMessageBroker(MessageBrokerRegistry registry) {
		registry.enableSimpleBroker("/topic");
		registry.setApplicationDestinationPrefixes("/app");
	}

	@MessageMapping("/chat")
	@SendTo("/topic/chat")
	Said sayInTheLobby(Saying saying) {
		return new Said(saying.sender(), saying.text(), Instant.now());
	}

	@MessageMapping("/chat.{topic}")
	@SendTo("/topic/chat.{topic}")
	Said say(Saying saying) {
		return sayInTheLobby(saying);
	}

	/**
	 * A message of a client.
	 *
	 * @param sender the name of its sender
	 * @param text its text
	 */
	record Saying(String sender, String text) {

	}

	/**
	 * A message to every subscriber.
	 *
	 * @param sender the name of its sender
	 * @param text its text
	 * @param sentAt its time
	 */
	record Said(String sender, String text, Instant sentAt) {

	}

}
