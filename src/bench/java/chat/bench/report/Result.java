package chat.bench.report;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import chat.bench.peer.Peer;

/**
 * The result of one server in one scenario.
 *
 * @param scenario the scenario's title
 * @param peer the server
 * @param variant the name of the scenario's variant, empty if there is only one
 * @param figures the measured figures
 * @param remark a remark beyond the figures, may be empty
 */
public record Result(String scenario, Peer peer, String variant, Map<Metric, Double> figures, String remark) {

	/**
	 * A result.
	 */
	public Result {
		EnumMap<Metric, Double> copy = new EnumMap<>(Metric.class);
		copy.putAll(figures);
		figures = Collections.unmodifiableMap(copy);
	}

	/**
	 * The result of a scenario without variants.
	 * @param scenario the scenario's title
	 * @param peer the server
	 * @param figures the measured figures
	 * @param remark a remark beyond the figures, may be empty
	 */
	public Result(String scenario, Peer peer, Map<Metric, Double> figures, String remark) {
		this(scenario, peer, "", figures, remark);
	}

	/**
	 * The same as the result of a variant.
	 * @param name the name of the variant
	 * @return a new result
	 */
	public Result of(String name) {
		return new Result(this.scenario, this.peer, name, this.figures, this.remark);
	}

	/**
	 * The title of its row in a table.
	 * @return the variant, or else the server
	 */
	public String row() {
		return this.variant.isEmpty() ? this.peer.title() : this.variant;
	}

	/**
	 * The result of a server that did not survive.
	 * @param scenario the scenario's title
	 * @param peer the server
	 * @param remark the reason
	 * @return a result without figures
	 */
	public static Result failed(String scenario, Peer peer, String remark) {
		return new Result(scenario, peer, Map.of(), remark);
	}

	/**
	 * The result of several rounds of one server in one scenario: the median of each
	 * figure and all faults. A failed round replaces all.
	 * @param rounds at least one result
	 * @return one result, whose remark lists the rounds
	 */
	public static Result median(List<Result> rounds) {
		Result first = rounds.get(0);
		if (rounds.size() == 1) {
			return first;
		}
		for (Result round : rounds) {
			if (round.figures.isEmpty()) {
				return round;
			}
		}
		Map<Metric, Double> figures = new EnumMap<>(Metric.class);
		first.figures.keySet().forEach((metric) -> figures.put(metric, metric.combine(values(rounds, metric))));
		return new Result(first.scenario, first.peer, first.variant, figures, spread(rounds));
	}

	private static double[] values(List<Result> rounds, Metric metric) {
		return rounds.stream().mapToDouble((round) -> round.figure(metric)).toArray();
	}

	private static String spread(List<Result> rounds) {
		Stream<String> figures = rounds.get(0).figures.keySet()
			.stream()
			.filter(Metric::varies)
			.map((metric) -> metric.label() + " "
					+ Arrays.stream(values(rounds, metric)).mapToObj(metric::format).collect(Collectors.joining(", ")));
		Stream<String> remarks = rounds.stream().map(Result::remark).filter((remark) -> !remark.isEmpty()).distinct();
		return Stream.concat(figures, remarks).collect(Collectors.joining("; "));
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
				&& this.figures.keySet().stream().filter(Metric::isFault).allMatch((fault) -> figure(fault) == 0);
	}

	@Override
	public String toString() {
		StringBuilder line = new StringBuilder(this.scenario + " · " + row() + ":");
		this.figures.forEach(
				(metric, value) -> line.append(' ').append(metric.label()).append('=').append(metric.format(value)));
		return line + (this.remark.isEmpty() ? "" : " (" + this.remark + ")");
	}

}
