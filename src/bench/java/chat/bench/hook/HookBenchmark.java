package chat.bench.hook;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import chat.bench.peer.Peer;
import chat.bench.peer.Server;

/**
 * An outgoing webhook whose receiver is down for a minute, while most events happen, and
 * loses some of its answers.
 */
public final class HookBenchmark {

	private static final double MEBI = 1 << 20;

	private static final long PATIENCE_MINUTES = 10;

	private final int events;

	private final long downSeconds;

	private HookBenchmark(boolean isShort) {
		this.events = isShort ? 1_000 : 10_000;
		this.downSeconds = isShort ? 3 : 60;
	}

	/**
	 * Measures and prints.
	 * @param setting the files and arguments of the server
	 * @param isShort whether to show only that it works
	 * @return whether each event came in its order, and twice only if its answer was lost
	 * @throws IOException if the server does not start
	 * @throws InterruptedException if interrupted
	 */
	public static boolean run(Server.Setting setting, boolean isShort) throws IOException, InterruptedException {
		HookBenchmark benchmark = new HookBenchmark(isShort);
		try (Receiver receiver = new Receiver(benchmark.events / 20);
				Server server = Server.start(Peer.HUBBUB, setting.with(List.of("-Dhubbub.outgoing.networks=127.0.0.1")),
						"hooks")) {
			return benchmark.run(server, receiver);
		}
	}

	private boolean run(Server server, Receiver receiver) throws IOException, InterruptedException {
		Moderator ada = new Moderator(server.address());
		String address = ada.prepare(receiver.address());
		int part = this.events / 10;
		ada.post(address, part);
		boolean complete = receiver.await(part, PATIENCE_MINUTES);
		report("before", server, receiver);
		receiver.goDown();
		long down = System.nanoTime();
		ada.post(address, this.events - 2 * part);
		TimeUnit.NANOSECONDS.sleep(Math.max(0, down + TimeUnit.SECONDS.toNanos(this.downSeconds) - System.nanoTime()));
		report("at the end of the minute", server, receiver);
		receiver.comeUp();
		ada.post(address, part);
		complete &= receiver.await(this.events, PATIENCE_MINUTES);
		report("after the last event", server, receiver);
		List<String> faults = receiver.faults(this.events);
		System.out.printf(Locale.ROOT, "%,d events, %,d requests, all events: %s, faults: %s%n", this.events,
				receiver.count(), complete ? "yes" : "no", faults.isEmpty() ? "none" : faults);
		return complete && faults.isEmpty();
	}

	private static void report(String when, Server server, Receiver receiver) throws IOException, InterruptedException {
		System.out.printf(Locale.ROOT, "%s: %,d requests received, %.1f MiB live, %.0f MiB resident%n", when,
				receiver.count(), server.usage().liveBytes() / MEBI, server.usage().residentBytes() / MEBI);
	}

}
