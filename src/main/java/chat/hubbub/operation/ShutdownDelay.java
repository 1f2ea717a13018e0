package chat.hubbub.operation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps a stopping server at work for a while after its readiness has gone down, so that
 * a proxy has time to send new clients elsewhere. Spring Boot takes the readiness down
 * just before the event.
 */
@Component
class ShutdownDelay {

	private static final Logger logger = LoggerFactory.getLogger(ShutdownDelay.class);

	private final ApplicationContext server;

	private final Duration delay;

	ShutdownDelay(ApplicationContext server, @Value("${hubbub.shutdown-delay:0s}") Duration delay) {
		this.server = server;
		this.delay = delay;
	}

	@EventListener
	void await(ContextClosedEvent closed) throws InterruptedException {
		// The context of the management port tells of its end too.
		if (this.server.equals(closed.getApplicationContext()) && !this.delay.isZero()) {
			logger.info("The server is not ready for new clients any more, and stops in {} s", this.delay.toSeconds());
			new CountDownLatch(1).await(this.delay.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

}
