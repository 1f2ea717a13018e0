package chat.hubbub.moderation;

import java.time.Duration;
import java.util.concurrent.Future;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

import chat.hubbub.account.AccountDeparting;
import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.broker.Clients;
import chat.hubbub.broker.Selection;
import chat.hubbub.topic.ReadersChanged;
import chat.hubbub.topic.TopicName;

/**
 * Enforces a ban: ends the user's connections, or their subscriptions to the topic,
 * before other listeners run.
 */
@Component
class Expulsions {

	/**
	 * The interval at which expired bans are lifted and their users notified.
	 */
	private static final Duration PACE = Duration.ofSeconds(5);

	private final Sanctions sanctions;

	private final Clients clients;

	private final ApplicationEventPublisher events;

	Expulsions(Sanctions sanctions, Clients clients, ApplicationEventPublisher events,
			@Qualifier("messageBrokerTaskScheduler") TaskScheduler scheduler) {
		this.sanctions = sanctions;
		this.clients = clients;
		this.events = events;
		Future<?> unused = scheduler.scheduleWithFixedDelay(this::tellWhatHasRunOut, PACE);
	}

	@EventListener
	@Order(0)
	void follow(Imposed imposed) {
		Sanction sanction = imposed.sanction();
		if (sanction.measure() == Measure.BAN && sanction.topic() == null) {
			concernedBy(sanction).close((principal, attributes) -> principal instanceof User user
					&& user.role() != Role.ADMIN && sanction.concerns(user), this.sanctions.refusal(sanction));
		}
		tellTopic(sanction);
	}

	private Selection concernedBy(Sanction sanction) {
		return sanction.key().map(this.clients::of).orElseGet(this.clients::all);
	}

	@EventListener
	@Order(0)
	void follow(Lifted lifted) {
		tellTopic(lifted.sanction());
	}

	/** Lifts the mutes and bans of a deleted account. */
	@EventListener
	void forget(AccountDeparting deleted) {
		Long account = deleted.account().id();
		this.sanctions.lift((sanction) -> account.equals(sanction.subject().account()), (sanction) -> {
		});
	}

	void tellWhatHasRunOut() {
		this.sanctions.expire().forEach(this::tellTopic);
	}

	private void tellTopic(Sanction sanction) {
		TopicName topic = sanction.topic();
		if (sanction.measure() == Measure.BAN && topic != null) {
			this.events.publishEvent(new ReadersChanged(topic, sanction::concerns, sanction.key()));
		}
	}

}
