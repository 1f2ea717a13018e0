package chat.hubbub.signin;

import java.time.Duration;
import java.util.concurrent.Future;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

import chat.hubbub.account.token.AccessTokens;

/**
 * Removes expired access tokens every second, because a connection with one may be
 * silent.
 */
@Component
class TokenClock {

	private static final Duration EVERY = Duration.ofSeconds(1);

	private final AccessTokens tokens;

	private final TaskScheduler scheduler;

	TokenClock(AccessTokens tokens, @Qualifier("messageBrokerTaskScheduler") TaskScheduler scheduler) {
		this.tokens = tokens;
		this.scheduler = scheduler;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		Future<?> unused = this.scheduler.scheduleWithFixedDelay(this.tokens::expire, EVERY);
	}

}
