package chat.hubbub.bus;

import java.time.Duration;
import java.util.concurrent.Future;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Repeats failed deliveries of the bus every second. */
@Component
class BusClock {

	private static final Duration EVERY = Duration.ofSeconds(1);

	private final Receivers receivers;

	private final TaskScheduler scheduler;

	BusClock(Receivers receivers, @Qualifier("messageBrokerTaskScheduler") TaskScheduler scheduler) {
		this.receivers = receivers;
		this.scheduler = scheduler;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		Future<?> unused = this.scheduler.scheduleWithFixedDelay(this.receivers::repeatFailed, EVERY);
	}

}
