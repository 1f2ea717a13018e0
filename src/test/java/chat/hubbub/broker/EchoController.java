package chat.hubbub.broker;

import org.springframework.context.annotation.Profile;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Controller;
import org.springframework.util.MimeType;

/** Broadcasts each body unchanged; only in servers with its profile. */
@Controller
@Profile("developer")
class EchoController {

	private final SimpMessagingTemplate template;

	EchoController(SimpMessagingTemplate template) {
		this.template = template;
	}

	@MessageMapping("/echo")
	void echo(Message<byte[]> message, @Header(name = "contentType", required = false) MimeType type) {
		MessageBuilder<byte[]> echo = MessageBuilder.withPayload(message.getPayload());
		this.template.send("/topic/echo", echo.setHeader("contentType", type).build());
	}

}
