package chat.hubbub.presence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.Fanout;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Bus;

/**
 * Once a second, tells every node the changes of this one, and this node's subscribers
 * the changes of all, also of those who are typing. One thread does this, so that each
 * place gets at most one message a second, in the right order.
 */
@Component
class PresenceClock {

	static final Duration EVERY = Duration.ofSeconds(1);

	/** The number of rounds after which a node without changes shows that it lives. */
	private static final int QUIET_ROUNDS = 5;

	/** The number of rounds after which a node of a cluster tells everything again. */
	private static final int COMPLETE_ROUNDS = 10;

	private final String node = UUID.randomUUID().toString();

	private final Visits visits;

	private final Rosters rosters;

	private final Audience audience;

	private final Bus bus;

	private final Fanout fanout;

	private final Typists typists;

	private volatile boolean mustAsk = true;

	private volatile boolean mustTellAll;

	private int quiet;

	/** Whether the bus may lose facts. */
	private final boolean unsure;

	private int incomplete;

	PresenceClock(Visits visits, Rosters rosters, Typists typists, Audience audience, Bus bus, Fanout fanout,
			@Value("${hubbub.cluster.enabled:false}") boolean cluster) {
		this.unsure = cluster;
		this.visits = visits;
		this.rosters = rosters;
		this.audience = audience;
		this.bus = bus;
		this.fanout = fanout;
		this.typists = typists;
		bus.receive(Attended.class, this::apply);
		bus.receive(AttendanceAsked.class, (fact) -> this.mustTellAll = true);
		bus.receive(AnythingChanged.class, (fact) -> this.mustAsk = true);
	}

	private void apply(Attended fact) {
		if (this.rosters.apply(fact, System.nanoTime())) {
			this.mustAsk = true;
		}
	}

	/** One round; for one thread. */
	void tick(long now) {
		if (this.mustAsk) {
			this.mustAsk = false;
			this.bus.publish(new AttendanceAsked());
		}
		report(now);
		List<EncodedMessage> messages = new ArrayList<>();
		this.rosters.drain(now, (place, notice) -> tell(Places.presence(place), notice, messages));
		this.typists.drain(now, (place, notice) -> tell(Places.typing(place), notice, messages));
		if (!messages.isEmpty()) {
			this.fanout.publish(messages);
		}
	}

	private void tell(String destination, Object notice, List<EncodedMessage> messages) {
		if (this.audience.isWatched(destination)) {
			messages.add(this.audience.encode(destination, notice));
		}
	}

	private void report(long now) {
		boolean all = this.mustTellAll || (this.unsure && ++this.incomplete >= COMPLETE_ROUNDS);
		this.mustTellAll = false;
		this.incomplete = all ? 0 : this.incomplete;
		List<Seen> changed = this.visits.drain(now);
		List<Seen> people = all ? this.visits.all() : changed;
		this.quiet++;
		if (all || !people.isEmpty() || this.quiet >= QUIET_ROUNDS) {
			this.quiet = 0;
			this.bus.publish(new Attended(this.node, all, people));
		}
	}

}
