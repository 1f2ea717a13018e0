package chat.hubbub.broker.connection;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import chat.hubbub.broker.Admission;
import chat.hubbub.broker.Attendance;
import chat.hubbub.broker.Backlog;
import chat.hubbub.broker.BrokerProperties;
import chat.hubbub.broker.KnownAs;
import chat.hubbub.broker.PasscodeCheck;
import chat.hubbub.broker.fanout.Broadcast;
import chat.hubbub.broker.fanout.Resume;
import chat.hubbub.broker.fanout.Shard;
import chat.hubbub.broker.fanout.Shards;
import chat.hubbub.broker.fanout.Subscription;
import chat.hubbub.broker.fanout.Tails;
import chat.hubbub.broker.replay.Pages;
import chat.hubbub.broker.replay.Replays;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.broker.wire.FakeLink;
import chat.hubbub.broker.wire.Wire;
import chat.hubbub.stomp.StompVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.util.unit.DataSize;

/** A broker without a server, with one more shard that does its rounds only when told. */
public final class TestBroker {

	public static final String TOPIC = "/topic/chat.tea";

	private final BrokerProperties limits;

	private final Tails tails = new Tails();

	private final Attendance attendance = new Attendance();

	private final Shards shards;

	private final Pages pages;

	private final Replays replays;

	private final Connections connections;

	private final Shard shard;

	private final List<Connection> opened = new ArrayList<>();

	public TestBroker() {
		this((Backlog) null);
	}

	public TestBroker(@Nullable Backlog backlog) {
		this(backlog,
				new BrokerProperties(DataSize.ofMegabytes(1), Duration.ofSeconds(30), Duration.ofSeconds(5),
						Duration.ofSeconds(10), Duration.ofSeconds(10), 200, DataSize.ofMegabytes(2),
						DataSize.ofBytes(0), Duration.ofSeconds(25)));
	}

	public TestBroker(@Nullable Backlog backlog, BrokerProperties limits) {
		this.limits = limits;
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		if (backlog != null) {
			beans.addBean("backlog", backlog);
		}
		this.pages = new Pages(beans.getBeanProvider(Backlog.class));
		this.replays = new Replays(this.tails, this.pages, this.attendance);
		this.shards = new Shards(limits, 2, this.tails, this.replays);
		Inbound inbound = new Inbound((message, timeout) -> true, new Refusals(new JsonMapper()), (event) -> {
		}, (destination, body) -> false);
		StaticListableBeanFactory none = new StaticListableBeanFactory();
		Admissions admissions = new Admissions(none.getBeanProvider(Admission.class),
				none.getBeanProvider(PasscodeCheck.class));
		this.connections = new Connections(this.shards, inbound, admissions, limits,
				beans.getBeanProvider(Backlog.class), this.attendance);
		this.shard = new Shard(99, limits, this.shards.congestion(), this.shards.budget(), this.replays);
	}

	public static EncodedMessage event(long seq) {
		return event(TOPIC, seq);
	}

	public static EncodedMessage event(String destination, long seq) {
		return EncodedMessage.event(destination, seq, ("{\"seq\":" + seq + "}").getBytes(StandardCharsets.UTF_8),
				"tea " + seq);
	}

	public static List<EncodedMessage> events(long from, long to) {
		return LongStream.rangeClosed(from, to).mapToObj(TestBroker::event).toList();
	}

	/** Something that a developer sends to a destination. */
	public static EncodedMessage announcement(String destination, String text) {
		return EncodedMessage.message(destination, destination, Map.of(), "text/plain",
				text.getBytes(StandardCharsets.UTF_8));
	}

	public Shard shard() {
		return this.shard;
	}

	public Shards shards() {
		return this.shards;
	}

	public Attendance attendance() {
		return this.attendance;
	}

	public Connections connections() {
		return this.connections;
	}

	/** Opens the connection of a user that is found by these names. */
	public Connection enter(FakeLink link, Principal user, String... names) {
		Connection connection = open(link);
		connection.attributes().put(KnownAs.ATTRIBUTE, new KnownAs(Set.of(names)));
		connection.enter(user);
		return connection;
	}

	public Connection open(FakeLink link) {
		return open(link, this.shard, new Wire.Stomp(StompVersion.V1_2, link.framing()));
	}

	public Connection open(FakeLink link, Shard owner, Wire wire) {
		Connection connection = new Connection(this.connections, owner, link, wire, Map.of());
		owner.later(() -> owner.add(connection));
		this.opened.add(connection);
		return connection;
	}

	public static Subscription subscribe(Connection connection, String id, String destination, Resume resume) {
		Subscription subscription = connection.subscriptions().create(id, destination, null, resume);
		connection.subscriptions().start(subscription);
		return subscription;
	}

	public static Subscription subscribe(Connection connection, String id) {
		return subscribe(connection, id, TOPIC, Resume.LIVE);
	}

	/** Keeps an event and hands it to all shards. */
	public void publish(EncodedMessage event) {
		this.shards.publish(List.of(event));
		this.shard.submit(Broadcast.of(List.of(event)));
	}

	/** Lets the shard do all that there is to do. */
	public void settle() {
		for (int round = 0; round < 3; round++) {
			this.shard.submit(() -> {
			});
			this.shard.work();
		}
	}

	/** Waits until the shard has been told of each page that was asked for. */
	public void awaitPages() {
		this.pages.read(TOPIC, 1).toCompletableFuture().join();
	}

	public void close() throws InterruptedException {
		this.opened.forEach(Connection::end);
		this.shard.close();
		this.shards.close();
		this.pages.destroy();
	}

}
