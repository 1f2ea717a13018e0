package chat.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import chat.bench.peer.Peer;

/** One Markdown table for each scenario, a row for each server. */
final class Tables {

	private static final String NOTHING = "–";

	private final Map<String, List<Result>> scenarios = new LinkedHashMap<>();

	Tables(List<Result> results) {
		results.forEach(
				(result) -> this.scenarios.computeIfAbsent(result.scenario(), (name) -> new ArrayList<>()).add(result));
	}

	@Override
	public String toString() {
		return this.scenarios.entrySet()
			.stream()
			.map((scenario) -> "### " + scenario.getKey() + "\n\n" + table(scenario.getValue()))
			.collect(Collectors.joining("\n"));
	}

	private static String table(List<Result> results) {
		List<Metric> metrics = Stream.of(Metric.values())
			.filter((metric) -> results.stream().anyMatch((result) -> result.figures().containsKey(metric)))
			.toList();
		StringBuilder table = new StringBuilder();
		List<String> head = new ArrayList<>(List.of(""));
		metrics.forEach((metric) -> head.add(metric.label()));
		if (metrics.contains(Metric.CPU) && results.size() > 1) {
			head.add("CPU ÷ floor");
			head.add("CPU ÷ Tomcat");
		}
		table.append(row(head)).append(row(rule(head.size())));
		for (Result result : results) {
			table.append(row(cells(result, metrics, results, head.size())));
		}
		return table + remarks(results);
	}

	private static List<String> cells(Result result, List<Metric> metrics, List<Result> results, int columns) {
		List<String> cells = new ArrayList<>(List.of(result.peer().title()));
		metrics.forEach((metric) -> cells
			.add(Optional.ofNullable(result.figures().get(metric)).map(metric::format).orElse(NOTHING)));
		if (cells.size() < columns) {
			cells.add(ratio(result, results, Peer.FLOOR));
			cells.add(ratio(result, results, Peer.TOMCAT));
		}
		return cells;
	}

	private static String ratio(Result result, List<Result> results, Peer other) {
		return results.stream()
			.filter((candidate) -> candidate.peer() == other && candidate.figure(Metric.CPU) > 0)
			.findFirst()
			.filter((candidate) -> result.figure(Metric.CPU) > 0)
			.map((base) -> String.format(Locale.ROOT, "%.2f", result.figure(Metric.CPU) / base.figure(Metric.CPU)))
			.orElse(NOTHING);
	}

	private static String remarks(List<Result> results) {
		return results.stream()
			.filter((result) -> !result.remark().isEmpty())
			.map((result) -> "\n" + result.peer().title() + ": " + result.remark() + ".\n")
			.collect(Collectors.joining());
	}

	private static List<String> rule(int columns) {
		List<String> rule = new ArrayList<>(List.of("---"));
		while (rule.size() < columns) {
			rule.add("--:");
		}
		return rule;
	}

	private static String row(List<String> cells) {
		return "| " + String.join(" | ", cells) + " |\n";
	}

}
