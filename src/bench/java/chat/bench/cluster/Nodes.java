package chat.bench.cluster;

import java.io.Closeable;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import chat.bench.load.Loop;
import chat.bench.load.Sender;

/**
 * Servers that run.
 *
 * @param setup their kind
 * @param site the broker and the store that they use
 * @param programs their processes
 */
record Nodes(Setup setup, Site site, List<Program> programs) implements Closeable {

	private static final Duration SLICE = Duration.ofSeconds(2);

	private static final Duration DRAIN = Duration.ofSeconds(20);

	/** The part of a processor that the compilers may use while they count as idle. */
	private static final double RESTING = 0.05;

	private static final int IN_FLIGHT = 20;

	/** The address of a node; with one node it is the same for all. */
	InetSocketAddress address(int number) {
		return this.programs.get(number % this.programs.size()).address();
	}

	/** The CPU time of all of them, without RabbitMQ and PostgreSQL. */
	Duration cpu() {
		Duration sum = Duration.ZERO;
		for (Program program : this.programs) {
			sum = sum.plus(program.usage().cpu());
		}
		return sum;
	}

	/** Sends as much as possible until their code is compiled, then nothing more. */
	void warmUp(Loop loop, List<Sender> senders) {
		senders.forEach((sender) -> sender.keepInFlight(Math.max(1, IN_FLIGHT / senders.size())));
		run(loop);
		senders.forEach((sender) -> sender.keepInFlight(0));
		awaitOrGoOn(loop, () -> senders.stream().allMatch(Sender::isDone));
	}

	/** Lets the present load go on until their code is compiled. */
	void run(Loop loop) {
		long deadline = System.nanoTime() + this.site.form().longestWarmUp().toNanos();
		boolean compiling = isCompiling(loop, this.site.form().warmUp());
		while (compiling && System.nanoTime() - deadline < 0) {
			compiling = isCompiling(loop, SLICE);
		}
	}

	/** Waits for the rest; later messages are lost. */
	static void awaitOrGoOn(Loop loop, BooleanSupplier condition) {
		loop.runUntil(condition, DRAIN);
	}

	private boolean isCompiling(Loop loop, Duration time) {
		Duration before = compilers();
		long start = System.nanoTime();
		loop.run(time);
		return compilers().minus(before).toNanos() > RESTING * (System.nanoTime() - start) * this.programs.size();
	}

	/** The CPU time of the threads that compile their code. */
	Duration compilers() {
		Duration sum = Duration.ZERO;
		for (Program program : this.programs) {
			sum = sum.plus(program.usage().compilers());
		}
		return sum;
	}

	@Override
	public void close() {
		this.programs.forEach(Program::close);
	}

}
