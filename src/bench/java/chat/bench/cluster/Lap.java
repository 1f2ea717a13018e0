package chat.bench.cluster;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

import chat.bench.load.Loop;
import chat.bench.load.Tally;
import chat.bench.report.Metric;
import chat.bench.scenario.Measurement;

/** The CPU time, until now, of all that take part. */
final class Lap {

	private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

	private static final double MICROSECOND = TimeUnit.MICROSECONDS.toNanos(1);

	private final Duration cpu;

	private final Duration compilers;

	private final Duration rabbit;

	private final Duration postgres;

	Lap(Nodes nodes) {
		this.cpu = nodes.cpu();
		this.compilers = nodes.compilers();
		this.rabbit = nodes.setup().usesRabbit() ? nodes.site().rabbit().usage().cpu() : Duration.ZERO;
		this.postgres = nodes.site().postgres().cpu();
	}

	/**
	 * Measures the present load.
	 * @param sent counts the messages that were sent since the start
	 * @return the figures of deliveries; the CPU time includes that of RabbitMQ, and that
	 * of PostgreSQL is apart. At a low rate, JVMs compile for a quarter of an hour, each
	 * the same code, so the CPU time is also given without that
	 */
	static Map<Metric, Double> measure(Nodes nodes, Loop loop, Tally tally, IntSupplier sent) {
		long deliveries = tally.deliveries();
		int messages = sent.getAsInt();
		Lap begin = new Lap(nodes);
		long start = System.nanoTime();
		tally.measure();
		loop.run(nodes.site().form().measure());
		tally.rest();
		double seconds = (System.nanoTime() - start) / SECOND;
		Lap end = new Lap(nodes);
		deliveries = tally.deliveries() - deliveries;
		messages = Math.max(1, sent.getAsInt() - messages);
		Map<Metric, Double> figures = new EnumMap<>(Metric.class);
		figures.put(Metric.DELIVERIES, deliveries / seconds);
		double cpu = end.cpuSince(begin) + end.rabbitSince(begin);
		figures.put(Metric.CPU, cpu / Math.max(1, deliveries));
		figures.put(Metric.COMPILED_CPU, (cpu - micros(begin.compilers, end.compilers)) / Math.max(1, deliveries));
		if (nodes.setup().usesRabbit()) {
			figures.put(Metric.RABBIT_CPU, end.rabbitSince(begin) / messages);
		}
		if (nodes.setup() != Setup.RELAY) {
			figures.put(Metric.STORE_CPU, end.postgresSince(begin) / messages);
		}
		Measurement.putLatencies(figures, tally.latencies());
		return figures;
	}

	/** The microseconds of the servers. */
	double cpuSince(Lap begin) {
		return micros(begin.cpu, this.cpu);
	}

	/** The microseconds of RabbitMQ, or 0 if they do not use it. */
	double rabbitSince(Lap begin) {
		return micros(begin.rabbit, this.rabbit);
	}

	/** The microseconds of PostgreSQL. */
	double postgresSince(Lap begin) {
		return micros(begin.postgres, this.postgres);
	}

	private static double micros(Duration from, Duration to) {
		return to.minus(from).toNanos() / MICROSECOND;
	}

}
