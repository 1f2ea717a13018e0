package chat.hubbub.message;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import chat.hubbub.broker.Rewritten;
import chat.hubbub.bus.Bus;
import chat.hubbub.topic.TopicChanged;
import chat.hubbub.topic.TopicName;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Erases the conversations that everybody has left, in a commit of the log's writer, and
 * at the start those that a crash has kept. Thread-safe.
 */
@Component
class EndedConversations {

	private static final Duration WITHIN = Duration.ofSeconds(1);

	private final EventLog log;

	private final ConversationEraser eraser;

	private final TransactionOperations transaction;

	private final Bus bus;

	/** The number of requests since the erasure under way was asked for. */
	private final AtomicInteger asked = new AtomicInteger();

	EndedConversations(EventLog log, ConversationEraser eraser, TransactionOperations transaction, Bus bus) {
		this.log = log;
		this.eraser = eraser;
		this.transaction = transaction;
		this.bus = bus;
	}

	@EventListener(ApplicationReadyEvent.class)
	void erase() {
		if (this.asked.getAndIncrement() == 0) {
			begin(Optional.empty());
		}
	}

	@EventListener
	void erase(TopicChanged changed) {
		if (changed.after().isDirect() && changed.after().people().isEmpty()) {
			erase();
		}
	}

	/** Erases a conversation, and looks for the next one. */
	private void begin(Optional<TopicName> topic) {
		int before = this.asked.get();
		AtomicReference<@Nullable TopicName> next = new AtomicReference<>();
		CompletableFuture<?> unused = this.log.store("ended-conversations", topic.stream().toList(), () -> {
			topic.ifPresent(this.eraser::erase);
			next.set(this.eraser.next().orElse(null));
		}, WITHIN).whenComplete((nothing, fault) -> {
			if (fault == null) {
				topic.ifPresent((erased) -> tell(new Rewritten(erased.destination())));
			}
			TopicName found = next.get();
			if (fault == null && found != null) {
				begin(Optional.of(found));
			}
			// After a fault, the next end or the next start tries again.
			else if (!this.asked.compareAndSet(before, 0)) {
				begin(Optional.empty());
			}
		});
	}

	private void tell(Rewritten fact) {
		this.bus.publish(fact);
		this.transaction.executeWithoutResult((status) -> this.bus.announce(fact));
	}

}
