package chat.hubbub.push;

import java.net.URI;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import chat.hubbub.fixture.FakeClock;
import chat.hubbub.message.TestLog;
import chat.hubbub.message.follow.Leases;
import chat.hubbub.topic.TopicName;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

class PushSenderTests {

	private static final long ADA = 1;

	private static final String BROKEN = "broken";

	private static final String RENEWED = "renewed";

	private final FakeClock clock = new FakeClock();

	private final List<String> told = new CopyOnWriteArrayList<>();

	private TestLog log;

	private PushStore store;

	private PushSender sender;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.log = new TestLog(folder);
		this.log.database().addAccount(ADA, "ada");
		this.store = new PushStore(this.log.database().client());
		this.sender = new PushSender(this.store, new Office(), new Service(), this.log.events(),
				new StaticListableBeanFactory().getBeanProvider(Leases.class), this.clock);
	}

	@AfterEach
	void close() {
		this.sender.stop();
		this.log.close();
	}

	@Test
	void aMessageThatCannotBeSentWaitsAloneAndTheOthersAreToldOnce() {
		for (String browser : List.of("a", BROKEN, "z")) {
			await(browser);
		}
		this.sender.start();
		this.sender.wake();
		Awaitility.await().until(() -> waiting().equals(List.of(BROKEN)));
		assertThat(this.told).containsExactlyInAnyOrder("a", "z");
		Awaitility.await().until(() -> this.store.due(this.clock.instant(), 10).isEmpty());
		assertThat(this.store.due(this.clock.instant().plus(Duration.ofSeconds(30)), 10)).singleElement()
			.satisfies((message) -> assertThat(message.attempts()).isEqualTo(1));
	}

	@Test
	void aBrowserThatRenewsItsSubscriptionInTheSameMomentIsToldByTheNextRound() {
		await(RENEWED);
		this.sender.start();
		Awaitility.await().until(() -> {
			this.sender.wake();
			return this.told.equals(List.of(RENEWED));
		});
	}

	private void subscribe(String browser, long epoch) {
		this.store.put(
				new Subscription(browser, ADA, epoch, URI.create("https://push.example.org/" + browser),
						(ECPublicKey) Curve.create().getPublic(), new byte[16], "en", "https://chat.example.org"),
				this.clock.instant(), 10);
	}

	private void await(String browser) {
		Instant now = this.clock.instant();
		subscribe(browser, 1);
		this.store.add(browser, new News(new TopicName("tea"), 1, 1, now, true), now, now.plus(Duration.ofHours(1)));
	}

	private List<String> waiting() {
		return this.log.database().client().sql("select subscription from push_message").query(String.class).list();
	}

	/**
	 * Everybody wants to know everything. One browser subscribes with the new password
	 * after its subscription with the old one was read.
	 */
	private final class Office extends PushOffice {

		Office() {
			super(null, null, null, null, null, null, null, null);
		}

		@Override
		boolean isValid(Subscription subscription) {
			boolean old = subscription.id().equals(RENEWED) && subscription.epoch() == 1;
			if (old) {
				subscribe(RENEWED, 2);
			}
			return !old;
		}

		@Override
		Optional<byte[]> tell(Waiting message) {
			return Optional.of(new byte[0]);
		}

	}

	/** Takes all messages except those for one browser. */
	private final class Service extends PushRequest {

		Service() {
			super(null, null, PushSenderTests.this.clock);
		}

		@Override
		Answer send(Waiting message, byte[] body) {
			if (message.subscription().id().equals(BROKEN)) {
				throw new IllegalStateException("on purpose");
			}
			PushSenderTests.this.told.add(message.subscription().id());
			return new Answer(Outcome.TOLD, Duration.ZERO);
		}

	}

}
