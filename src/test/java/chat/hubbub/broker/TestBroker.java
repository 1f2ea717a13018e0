package chat.hubbub.broker;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import chat.hubbub.stomp.StompVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.util.unit.DataSize;

/** A broker without a server, with one more shard that does its rounds only when told. */
final class TestBroker {

	static final String TOPIC = "/topic/chat.tea";

	private final BrokerProperties limits;

	private final Tails tails = new Tails();

	private final Shards shards;

	private final Pages pages;

	private final Replays replays;

	private final Sessions sessions;

	private final Shard shard;

	private final List<Session> opened = new ArrayList<>();

	TestBroker() {
		this((Backlog) null);
	}

	TestBroker(@Nullable Backlog backlog) {
		this(backlog,
				new BrokerProperties(DataSize.ofMegabytes(1), Duration.ofSeconds(30), Duration.ofSeconds(5),
						Duration.ofSeconds(10), Duration.ofSeconds(10), 200, DataSize.ofMegabytes(2),
						DataSize.ofBytes(0), Duration.ofSeconds(25)));
	}

	TestBroker(@Nullable Backlog backlog, BrokerProperties limits) {
		this.limits = limits;
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		if (backlog != null) {
			beans.addBean("backlog", backlog);
		}
		this.pages = new Pages(beans.getBeanProvider(Backlog.class));
		this.replays = new Replays(this.tails, this.pages);
		this.shards = new Shards(limits, 2, this.tails, this.replays);
		this.sessions = new Sessions(this.shards, new Refusals(new JsonMapper()), (message, timeout) -> true,
				(event) -> {
				}, limits, new StaticListableBeanFactory().getBeanProvider(Admission.class),
				new StaticListableBeanFactory().getBeanProvider(PasscodeCheck.class),
				beans.getBeanProvider(Backlog.class));
		this.shard = new Shard(99, limits, this.shards.congestion(), this.shards.budget(), this.replays);
	}

	static EncodedMessage event(long seq) {
		return event(TOPIC, seq);
	}

	static EncodedMessage event(String destination, long seq) {
		return EncodedMessage.event(destination, seq, ("{\"seq\":" + seq + "}").getBytes(StandardCharsets.UTF_8),
				"tea " + seq);
	}

	static List<EncodedMessage> events(long from, long to) {
		return LongStream.rangeClosed(from, to).mapToObj(TestBroker::event).toList();
	}

	/** Something that a developer sends to a destination. */
	static EncodedMessage announcement(String destination, String text) {
		return EncodedMessage.message(destination, destination, Map.of(), "text/plain",
				text.getBytes(StandardCharsets.UTF_8));
	}

	Shard shard() {
		return this.shard;
	}

	Shards shards() {
		return this.shards;
	}

	Sessions sessions() {
		return this.sessions;
	}

	Session open(FakeLink link) {
		return open(link, this.shard, new Wire.Stomp(StompVersion.V1_2, link.framing()));
	}

	Session open(FakeLink link, Shard owner, Wire wire) {
		Session session = new Session(this.sessions, owner, link, wire, Map.of());
		owner.later(() -> owner.add(session));
		this.opened.add(session);
		return session;
	}

	static Subscription subscribe(Session session, String id, String destination, Resume resume) {
		Subscription subscription = session.subscription(id, destination, null, resume);
		session.subscribe(subscription);
		return subscription;
	}

	static Subscription subscribe(Session session, String id) {
		return subscribe(session, id, TOPIC, Resume.LIVE);
	}

	/** Keeps an event and hands it to all shards. */
	void publish(EncodedMessage event) {
		this.shards.publish(List.of(event));
		this.shard.submit(Broadcast.of(List.of(event)));
	}

	/** Lets the shard do all that there is to do. */
	void settle() {
		for (int round = 0; round < 3; round++) {
			this.shard.submit(() -> {
			});
			this.shard.work();
		}
	}

	/** Waits until the shard has been told of each page that was asked for. */
	void awaitPages() {
		this.pages.read(TOPIC, 1).toCompletableFuture().join();
	}

	void close() throws InterruptedException {
		this.opened.forEach(Session::end);
		this.shard.close();
		this.shards.close();
		this.pages.destroy();
	}

}
