package chat.hubbub.webhook.outgoing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import chat.hubbub.message.Event;
import chat.hubbub.topic.TopicName;

/** The receivers of webhooks, which note their events and can be broken or slow. */
final class Receivers implements Courier.Office {

	private final Map<Long, List<Long>> received = new ConcurrentHashMap<>();

	private final Map<Long, AtomicInteger> attempts = new ConcurrentHashMap<>();

	private final Map<Long, AtomicInteger> atOnce = new ConcurrentHashMap<>();

	private final Map<Long, AtomicInteger> mostAtOnce = new ConcurrentHashMap<>();

	private final List<String> kinds = Collections.synchronizedList(new ArrayList<>());

	private final List<String> told = new CopyOnWriteArrayList<>();

	private final Set<TopicName> hidden = ConcurrentHashMap.newKeySet();

	private final List<String> turnedOff = new CopyOnWriteArrayList<>();

	private final CountDownLatch gate = new CountDownLatch(1);

	private final AtomicLong lost = new AtomicLong();

	private volatile long halted;

	private volatile String fault = "";

	private volatile boolean mayTell = true;

	/** All fail from now on. */
	void breakDown(String because) {
		this.fault = because;
	}

	void repair() {
		this.fault = "";
	}

	/** The next answer to an event is lost on its way. */
	void loseAnswerTo(long seq) {
		this.lost.set(seq);
	}

	/** The receiver of a webhook does not answer from now on. */
	void halt(OutgoingHook hook) {
		this.halted = hook.id();
	}

	void letGo() {
		this.gate.countDown();
	}

	void withdrawRights() {
		this.mayTell = false;
	}

	/** The account of a webhook may not read a topic from now on. */
	void hide(TopicName topic) {
		this.hidden.add(topic);
	}

	void show(TopicName topic) {
		this.hidden.remove(topic);
	}

	/** The ids of the events that all receivers have, in their order. */
	List<String> told() {
		return this.told;
	}

	/** The numbers of the events that a receiver has, in their order. */
	List<Long> received(OutgoingHook hook) {
		return this.received.getOrDefault(hook.id(), List.of());
	}

	int attempts(OutgoingHook hook) {
		return count(this.attempts, hook).get();
	}

	int mostAtOnce(OutgoingHook hook) {
		return count(this.mostAtOnce, hook).get();
	}

	List<String> kinds() {
		return this.kinds;
	}

	List<String> turnedOff() {
		return this.turnedOff;
	}

	@Override
	public Optional<String> fault(OutgoingHook hook) {
		return this.mayTell ? Optional.empty() : Optional.of("right.missing");
	}

	@Override
	public boolean mayTell(OutgoingHook hook, TopicName topic) {
		return !this.hidden.contains(topic);
	}

	@Override
	public Attempt send(OutgoingHook hook, Event event) {
		int now = count(this.atOnce, hook).incrementAndGet();
		count(this.mostAtOnce, hook).accumulateAndGet(now, Math::max);
		count(this.attempts, hook).incrementAndGet();
		try {
			return receive(hook, event);
		}
		finally {
			count(this.atOnce, hook).decrementAndGet();
		}
	}

	private Attempt receive(OutgoingHook hook, Event event) {
		if (hook.id() == this.halted) {
			awaitGate();
		}
		String broken = this.fault;
		if (broken.equals("status 410")) {
			return new Attempt(Attempt.Result.GONE, broken);
		}
		if (!broken.isEmpty()) {
			return new Attempt(Attempt.Result.FAILED, broken);
		}
		this.received.computeIfAbsent(hook.id(), (id) -> Collections.synchronizedList(new ArrayList<>()))
			.add(event.seq());
		this.kinds.add(event.type());
		this.told.add(event.topicName() + "-" + event.seq());
		return this.lost.compareAndSet(event.seq(), 0) ? new Attempt(Attempt.Result.FAILED, "no answer")
				: new Attempt(Attempt.Result.DELIVERED, "");
	}

	private void awaitGate() {
		try {
			this.gate.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void turnOff(OutgoingHook hook, long seq, String because) {
		this.turnedOff.add(hook.id() + " " + because);
	}

	@Override
	public void remind() {
		// All owners are there.
	}

	private static AtomicInteger count(Map<Long, AtomicInteger> counts, OutgoingHook hook) {
		return counts.computeIfAbsent(hook.id(), (id) -> new AtomicInteger());
	}

}
