package chat.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import chat.bench.peer.Peer;

/**
 * A column that compares a figure with that of another row.
 *
 * @param label the head of the column
 * @param metric the figure to compare
 * @param base the row to compare with, if it was measured
 * @param inverse whether the column shows how much less the figure is
 */
record Ratio(String label, Metric metric, Optional<Result> base, boolean inverse) {

	/** The columns of a table: variants compare with the first of them. */
	static List<Ratio> in(List<Result> results, List<Metric> metrics) {
		List<Ratio> ratios = new ArrayList<>();
		if (results.stream().anyMatch((result) -> !result.variant().isEmpty())) {
			Optional<Result> first = results.stream().findFirst();
			ratios.add(new Ratio("CPU ÷ first row", Metric.CPU, first, false));
			ratios.add(new Ratio("CPU ÷ first row", Metric.JOIN_CPU, first, false));
			ratios.add(new Ratio("time ÷ first row", Metric.JOINS, first, true));
			ratios.add(new Ratio("receipts ÷ first row", Metric.RECEIPTS, first, false));
			if (!metrics.contains(Metric.CPU)) {
				ratios.add(new Ratio("p50 ÷ first row", Metric.P50, first, false));
				ratios.add(new Ratio("p99 ÷ first row", Metric.P99, first, false));
			}
		}
		else if (results.size() > 1) {
			ratios.add(new Ratio("CPU ÷ floor", Metric.CPU, of(Peer.FLOOR, results), false));
			ratios.add(new Ratio("CPU ÷ Tomcat", Metric.CPU, of(Peer.TOMCAT, results), false));
			ratios.add(new Ratio("receipts ÷ SQLite", Metric.RECEIPTS, of(Peer.HUBBUB, results), false));
		}
		ratios.removeIf((ratio) -> ratio.base.isEmpty() || !metrics.contains(ratio.metric));
		return ratios;
	}

	/** The cell of a row, empty if one of the two figures is missing. */
	Optional<String> of(Result result) {
		double figure = result.figure(this.metric);
		return this.base.map((other) -> other.figure(this.metric))
			.filter((other) -> other > 0 && figure > 0)
			.map((other) -> String.format(Locale.ROOT, "%.2f", this.inverse ? other / figure : figure / other));
	}

	private static Optional<Result> of(Peer peer, List<Result> results) {
		return results.stream().filter((result) -> result.peer() == peer).findFirst();
	}

}
