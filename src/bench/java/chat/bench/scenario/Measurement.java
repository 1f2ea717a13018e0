package chat.bench.scenario;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;

import chat.bench.load.Tally;
import chat.bench.report.Metric;

/** Figures of a stretch of time: the server's CPU, deliveries, latencies. */
public final class Measurement {

	private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

	private static final double MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

	private static final double MICROSECOND = TimeUnit.MICROSECONDS.toNanos(1);

	private Measurement() {
	}

	/** Measures the load for that time. */
	static Map<Metric, Double> take(Stage stage, Tally tally, Duration time) {
		tally.measure();
		Duration cpu = stage.server().usage().cpu();
		long deliveries = tally.deliveries();
		long start = System.nanoTime();
		stage.loop().run(time);
		long nanos = System.nanoTime() - start;
		deliveries = tally.deliveries() - deliveries;
		cpu = stage.server().usage().cpu().minus(cpu);
		tally.rest();
		Map<Metric, Double> figures = new EnumMap<>(Metric.class);
		figures.put(Metric.DELIVERIES, deliveries * SECOND / nanos);
		figures.put(Metric.CPU, cpu.toNanos() / MICROSECOND / Math.max(1, deliveries));
		putLatencies(figures, tally.latencies());
		return figures;
	}

	/**
	 * Adds percentiles.
	 * @param figures the figures to add to
	 * @param latencies the latencies in nanoseconds
	 */
	public static void putLatencies(Map<Metric, Double> figures, Histogram latencies) {
		figures.put(Metric.P50, latencies.getValueAtPercentile(50) / MILLISECOND);
		figures.put(Metric.P99, latencies.getValueAtPercentile(99) / MILLISECOND);
		figures.put(Metric.P999, latencies.getValueAtPercentile(99.9) / MILLISECOND);
	}

	/**
	 * Adds the number of faults.
	 * @param figures the figures to add to
	 * @param tally the received messages
	 * @param lost the number of deliveries that did not come
	 */
	public static void putFaults(Map<Metric, Double> figures, Tally tally, long lost) {
		figures.put(Metric.MISORDERED, (double) tally.orderViolations());
		figures.put(Metric.LOST, (double) lost);
		figures.put(Metric.DUPLICATES, (double) tally.duplicates());
	}

}
