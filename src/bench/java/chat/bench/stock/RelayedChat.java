package chat.bench.stock;

import java.time.Instant;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.SendTo;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.stereotype.Controller;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

/**
 * The same chat on several servers, as Spring's guide has it: RabbitMQ delivers, over one
 * connection for each client.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableWebSocketMessageBroker
@Controller
public class RelayedChat implements WebSocketMessageBrokerConfigurer {

	@Value("${relay.port}")
	private int port;

	/**
	 * Runs the server.
	 * @param args Spring Boot's command line, with {@code --relay.port}
	 */
	public static void main(String[] args) {
		SpringApplication.run(RelayedChat.class, args);
	}

	@Override
	public void registerStompEndpoints(StompEndpointRegistry registry) {
		registry.addEndpoint("/ws");
	}

	@Override
	public void configureMessageBroker(MessageBrokerRegistry registry) {
		registry.enableStompBrokerRelay("/topic").setRelayHost("localhost").setRelayPort(this.port);
		registry.setApplicationDestinationPrefixes("/app");
	}

	@MessageMapping("/chat")
	@SendTo("/topic/chat")
	StockChat.Said say(StockChat.Saying saying) {
		return new StockChat.Said(saying.sender(), saying.text(), Instant.now());
	}

}
