package chat.hubbub.broker.fanout;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import chat.hubbub.broker.FakeBacklog;
import chat.hubbub.broker.Guard;
import chat.hubbub.broker.connection.Connection;
import chat.hubbub.broker.connection.Exchange;
import chat.hubbub.broker.connection.Refusals;
import chat.hubbub.broker.connection.TestBroker;
import chat.hubbub.broker.spring.FrameRules;
import chat.hubbub.broker.spring.UnknownDestination;
import chat.hubbub.broker.wire.FakeLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** The server ends subscriptions at once. */
class EndedSubscriptionTests {

	private final FakeBacklog stored = new FakeBacklog();

	private final TestBroker broker = new TestBroker(this.stored);

	private final FakeLink ada = new FakeLink();

	private final Connection connection = this.broker.open(this.ada);

	@AfterEach
	void close() throws InterruptedException {
		this.broker.close();
	}

	@Test
	void getsNothingThatIsPublishedAfterwardsThoughAllOfItWaits() {
		TestBroker.subscribe(this.connection, "a");
		TestBroker.subscribe(this.connection, "b", "/topic/chat.coffee", Resume.LIVE);
		this.broker.settle();
		// The shard finds both in one round, and delivers before it acts.
		assertThat(this.connection.subscriptions().end(TestBroker.TOPIC::equals)).extracting(Subscription::id)
			.containsExactly("a");
		this.broker.publish(TestBroker.event(1));
		this.broker.publish(TestBroker.event("/topic/chat.coffee", 7));
		this.broker.settle();
		assertThat(this.ada.seqs()).containsExactly(7L);
		assertThat(this.connection.subscriptions().remove("a")).isFalse();
	}

	@Test
	void getsNothingThoughItHasNotBegunYet() {
		TestBroker.subscribe(this.connection, "a");
		this.connection.subscriptions().end(TestBroker.TOPIC::equals);
		this.broker.publish(TestBroker.event(1));
		this.broker.settle();
		assertThat(this.ada.writes()).isEmpty();
	}

	@Test
	void getsNoMoreOfItsPast() {
		CompletableFuture<Void> ended = new CompletableFuture<>();
		this.stored.length = 1000;
		this.stored.whileReading = ended::join;
		TestBroker.subscribe(this.connection, "a", TestBroker.TOPIC, Resume.since(0, 1000));
		this.broker.shard().work();
		this.connection.subscriptions().end(TestBroker.TOPIC::equals);
		this.broker.publish(TestBroker.event(1001));
		ended.complete(null);
		this.broker.awaitPages();
		this.broker.settle();
		assertThat(this.ada.writes()).isEmpty();
	}

	@Test
	void mayBeginAgainUnderTheSameId() {
		TestBroker.subscribe(this.connection, "a");
		this.connection.subscriptions().end(TestBroker.TOPIC::equals);
		TestBroker.subscribe(this.connection, "a");
		this.broker.publish(TestBroker.event(1));
		this.broker.settle();
		assertThat(this.ada.seqs()).containsExactly(1L);
	}

	@Test
	void isEndedIfItsRightWentWhileItBegan() {
		Guard guard = (user, command, destination) -> {
			if (this.connection.subscriptions().count() > 0) {
				throw new UnknownDestination();
			}
			return destination;
		};
		FrameRules rules = new FrameRules(guard, new Refusals(new JsonMapper()));
		Message<?> frame = subscribe();
		MessageChannel channel = (message, timeout) -> true;
		assertThat(rules.preSend(frame, channel)).isSameAs(frame);
		TestBroker.subscribe(this.connection, "a");
		rules.postSend(frame, channel, true);
		this.broker.publish(TestBroker.event(1));
		this.broker.settle();
		assertThat(this.connection.subscriptions().count()).isZero();
		assertThat(this.ada.seqs()).isEmpty();
		assertThat(this.ada.text()).contains("destination.unknown");
	}

	private Message<?> subscribe() {
		StompHeaderAccessor frame = StompHeaderAccessor.create(StompCommand.SUBSCRIBE,
				Map.of("id", List.of("a"), "destination", List.of(TestBroker.TOPIC)));
		Exchange.attach(frame, this.connection);
		frame.setLeaveMutable(true);
		return MessageBuilder.createMessage(new byte[0], frame.getMessageHeaders());
	}

}
