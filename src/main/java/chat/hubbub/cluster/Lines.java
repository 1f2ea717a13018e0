package chat.hubbub.cluster;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import chat.hubbub.broker.NewEvents;
import chat.hubbub.broker.wire.EncodedMessage;

/** The events of all topics at the sequencer, which guards them. */
final class Lines {

	/** The bytes of all parts that wait; the events of others are read from the store. */
	static final long MAX_BYTES = 8 * 1024 * 1024;

	/** The pause after the store could not be read. */
	private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

	private static final long LONG_AGO_NANOS = TimeUnit.SECONDS.toNanos(1);

	private final Predicate<String> live;

	private final LongSupplier clock;

	private final Map<String, Line> lines = new HashMap<>();

	/** The lines with a gap. */
	private final Set<Line> gaps = new LinkedHashSet<>();

	private long waitingBytes;

	Lines(Predicate<String> live, LongSupplier clock) {
		this.live = live;
		this.clock = clock;
	}

	void begin(Map<String, Long> heads) {
		heads.forEach((destination, head) -> this.lines.computeIfAbsent(destination, (name) -> new Line(name, head)));
	}

	/** Takes the events of a commit. */
	void take(NewEvents group, Held commit, Passage passage) {
		List<EncodedMessage> events = group.events();
		int from = 0;
		while (from < events.size()) {
			int to = endOfRun(events, from);
			take(Part.of(events.subList(from, to), group.erasing(), commit), passage);
			from = to;
		}
	}

	private static int endOfRun(List<EncodedMessage> events, int from) {
		EncodedMessage first = events.get(from);
		int to = from + 1;
		while (to < events.size() && events.get(to).seq() == first.seq() + to - from
				&& events.get(to).destination().equals(first.destination())) {
			to++;
		}
		return to;
	}

	private void take(Part part, Passage passage) {
		Line line = line(part.destination());
		line.know(part.last());
		if (part.first() > line.applied() + 1 && !this.live.test(line.destination())) {
			skip(line, part.first() - 1, passage);
		}
		if (part.first() <= line.applied() + 1) {
			pass(line, part, false, passage);
		}
		else {
			hold(line, part);
		}
		look(line, passage);
	}

	private void hold(Line line, Part part) {
		boolean room = this.waitingBytes + part.bytes() <= MAX_BYTES;
		Part kept = room ? part : part.withoutEvents();
		if (line.keep(kept)) {
			part.commit().hold();
			this.waitingBytes += kept.bytes();
		}
	}

	private static void pass(Line line, Part part, boolean late, Passage passage) {
		boolean cleans = late || !part.commit().isOwn();
		for (EncodedMessage event : part.events()) {
			if (event.seq() == line.applied() + 1) {
				if (cleans && part.erasing().contains(event)) {
					passage.forget(line.destination());
				}
				passage.add(event);
				line.apply(event.seq());
			}
		}
		if (!part.commit().isOwn()) {
			passage.arrived(line.destination(), part.last());
		}
	}

	/** Without subscribers only the number counts. */
	private static void skip(Line line, long to, Passage passage) {
		passage.forget(line.destination());
		line.apply(to);
		passage.arrived(line.destination(), to);
	}

	/** A topic has a head in the store. */
	void know(String destination, long head, Passage passage) {
		Line line = line(destination);
		line.know(head);
		if (line.isBehind() && !this.live.test(destination)) {
			skip(line, head, passage);
		}
		look(line, passage);
	}

	/** Lets the parts through whose turn has come, and looks whether there is a gap. */
	private void look(Line line, Passage passage) {
		Part next = line.takeNext();
		while (next != null) {
			this.waitingBytes -= next.bytes();
			pass(line, next, true, passage);
			if (next.commit().pass()) {
				passage.done(next.commit().later());
			}
			next = line.takeNext();
		}
		if (!line.isBehind()) {
			closeGap(line);
		}
		else if (!line.hasGap()) {
			line.openGap(this.clock.getAsLong());
			this.gaps.add(line);
			passage.noteGap();
		}
	}

	private void closeGap(Line line) {
		line.closeGap();
		this.gaps.remove(line);
	}

	Map<Line, Long> takeDue(long patience) {
		long now = this.clock.getAsLong();
		Map<Line, Long> due = new LinkedHashMap<>();
		for (Line line : this.gaps) {
			if (!line.isReading() && now - line.gapSince() >= patience) {
				line.setReading(true);
				due.put(line, line.applied());
			}
		}
		return due;
	}

	/** Events were read from the store after the newest one that was let through. */
	void repair(Line line, List<EncodedMessage> stored, Passage passage) {
		line.setReading(false);
		// They may erase texts: an event does not show that.
		passage.forget(line.destination());
		for (EncodedMessage event : stored) {
			if (event.seq() == line.applied() + 1) {
				passage.add(event);
				line.apply(event.seq());
			}
		}
		if (stored.isEmpty()) {
			line.giveUp();
		}
		passage.arrived(line.destination(), line.applied());
		closeGap(line);
		look(line, passage);
		if (line.hasGap()) {
			// The rest is read at once.
			line.openGap(this.clock.getAsLong() - LONG_AGO_NANOS);
		}
	}

	void failed(Line line) {
		line.setReading(false);
		line.openGap(this.clock.getAsLong() + PAUSE_NANOS);
	}

	int gaps() {
		return this.gaps.size();
	}

	private Line line(String destination) {
		return this.lines.computeIfAbsent(destination, (name) -> new Line(name, 0));
	}

}
