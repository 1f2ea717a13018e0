package chat.hubbub.broker.connection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import chat.hubbub.broker.Attendance;
import chat.hubbub.broker.Subscriber;
import chat.hubbub.broker.fanout.Resume;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.broker.wire.FakeLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttendanceTests {

	private static final String SHOWN = "/topic/presence.tea";

	private final TestBroker broker = new TestBroker();

	private final FakeLink ada = new FakeLink();

	private final Connection connection = this.broker.open(this.ada);

	private final List<String> heard = new ArrayList<>();

	@BeforeEach
	void listen() {
		this.broker.attendance().listen(new Ear());
	}

	@AfterEach
	void close() throws InterruptedException {
		this.broker.close();
	}

	@Test
	void hearsOnceOfEachEndHoweverItEnds() {
		TestBroker.subscribe(this.connection, "one");
		TestBroker.subscribe(this.connection, "two");
		TestBroker.subscribe(this.connection, "three");
		this.connection.subscriptions().remove("one");
		this.connection.subscriptions().end("two");
		this.connection.end();
		this.connection.subscriptions().remove("three");
		assertThat(this.heard).containsExactly("began", "began", "began", "ended", "ended", "ended");
	}

	@Test
	void hearsOfASubscriptionThatAConnectionLostMeanwhile() {
		this.connection.end();
		TestBroker.subscribe(this.connection, "late");
		assertThat(this.heard).containsExactly("began", "ended");
	}

	@Test
	void theOpeningComesBeforeAnythingElse() {
		TestBroker.subscribe(this.connection, "p", SHOWN, Resume.LIVE);
		this.broker.publish(TestBroker.announcement(SHOWN, "later"));
		this.broker.settle();
		assertThat(this.ada.text()).containsSubsequence("the state", "later");
	}

	private final class Ear implements Attendance.Listener {

		@Override
		public void began(Subscriber subscriber, String destination) {
			AttendanceTests.this.heard.add("began");
		}

		@Override
		public void ended(Subscriber subscriber, String destination) {
			AttendanceTests.this.heard.add("ended");
		}

		@Override
		public Optional<EncodedMessage> opening(String destination) {
			return destination.equals(SHOWN)
					? Optional.of(EncodedMessage.json(destination, "\"the state\"".getBytes(StandardCharsets.UTF_8)))
					: Optional.empty();
		}

	}

}
