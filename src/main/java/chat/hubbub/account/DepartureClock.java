package chat.hubbub.account;

import java.util.concurrent.Future;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Runs {@link Departures} at the start and every few seconds. */
@Component
class DepartureClock {

	private final Departures departures;

	private final TaskScheduler scheduler;

	DepartureClock(Departures departures, @Qualifier("messageBrokerTaskScheduler") TaskScheduler scheduler) {
		this.departures = departures;
		this.scheduler = scheduler;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		Future<?> unused = this.scheduler.scheduleWithFixedDelay(this.departures::goOn, Departures.AGAIN);
	}

}
