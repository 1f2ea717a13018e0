package chat.hubbub.broker;

import java.util.concurrent.Semaphore;

import org.springframework.context.annotation.Profile;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

/** A developer's controller that keeps its thread until a test opens a gate. */
@Controller
@Profile({ "gate", "gatekeeper" })
class GateController {

	private final Semaphore gate = new Semaphore(0);

	@MessageMapping("/gate")
	void pass() {
		this.gate.acquireUninterruptibly();
	}

	/** How many wait. */
	int waiting() {
		return this.gate.getQueueLength();
	}

	void open() {
		this.gate.release(waiting());
	}

	/** Every text that is "gate" waits, wherever it goes. */
	@Component
	@Profile("gatekeeper")
	static class Gatekeeper implements ChannelInterceptor, WebSocketMessageBrokerConfigurer {

		private final GateController gate;

		Gatekeeper(GateController gate) {
			this.gate = gate;
		}

		@Override
		public void configureClientInboundChannel(ChannelRegistration registration) {
			registration.interceptors(this);
		}

		@Override
		public Message<?> preSend(Message<?> message, MessageChannel channel) {
			if (message.getPayload() instanceof byte[] text && new String(text).equals("gate")) {
				this.gate.pass();
			}
			return message;
		}

	}

}
