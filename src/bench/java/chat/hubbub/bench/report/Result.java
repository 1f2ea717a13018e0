package chat.hubbub.bench.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import chat.hubbub.bench.peer.Peer;

/**
 * What one server did in one scenario.
 *
 * @param scenario the scenario's title
 * @param peer the server
 * @param figures what was measured
 * @param remark what the figures do not say, or empty
 */
public record Result(String scenario, Peer peer, Map<Metric, Double> figures, String remark) {

	/**
	 * A result.
	 */
	public Result {
		EnumMap<Metric, Double> copy = new EnumMap<>(Metric.class);
		copy.putAll(figures);
		figures = Collections.unmodifiableMap(copy);
	}

	/**
	 * What to say where a server did not survive.
	 * @param scenario the scenario's title
	 * @param peer the server
	 * @param remark what happened
	 * @return a result without figures
	 */
	public static Result failed(String scenario, Peer peer, String remark) {
		return new Result(scenario, peer, Map.of(), remark);
	}

	/**
	 * A figure, if it was measured.
	 * @param metric which one
	 * @return the figure, or 0
	 */
	public double figure(Metric metric) {
		return this.figures.getOrDefault(metric, 0.0);
	}

	/**
	 * Whether every message came once, and in its turn.
	 * @return whether there was no fault
	 */
	public boolean isCorrect() {
		return !this.figures.isEmpty()
				&& figure(Metric.MISORDERED) + figure(Metric.LOST) + figure(Metric.DUPLICATES) == 0;
	}

	@Override
	public String toString() {
		StringBuilder line = new StringBuilder(this.scenario + " · " + this.peer.title() + ":");
		this.figures.forEach(
				(metric, value) -> line.append(' ').append(metric.label()).append('=').append(metric.format(value)));
		return line + (this.remark.isEmpty() ? "" : " (" + this.remark + ")");
	}

}
