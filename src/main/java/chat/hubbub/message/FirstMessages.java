package chat.hubbub.message;

import java.time.Clock;
import java.util.concurrent.Future;

import chat.hubbub.topic.Conversations;
import chat.hubbub.topic.TopicName;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Shows a conversation to its people when its first message is stored. */
@Component
class FirstMessages {

	private final Conversations conversations;

	private final TaskScheduler scheduler;

	private final Clock clock;

	FirstMessages(EventLog log, Conversations conversations,
			@Qualifier("messageBrokerTaskScheduler") TaskScheduler scheduler, Clock clock) {
		this.conversations = conversations;
		this.scheduler = scheduler;
		this.clock = clock;
		log.onCommit((committed) -> committed.entries().forEach(this::follow));
	}

	private void follow(LogEntry entry) {
		TopicName topic = entry.event().topicName();
		if (entry.event().seq() == 1 && topic.isDirect()) {
			// The writer must not wait for a query.
			Future<?> unused = this.scheduler.schedule(() -> this.conversations.begin(topic), this.clock.instant());
		}
	}

}
