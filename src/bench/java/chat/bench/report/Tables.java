package chat.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One Markdown table for each scenario, a row for each server or variant. */
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
		List<Ratio> ratios = Ratio.in(results, metrics);
		ratios.forEach((ratio) -> head.add(ratio.label()));
		table.append(row(head)).append(row(rule(head.size())));
		for (Result result : results) {
			table.append(row(cells(result, metrics, ratios)));
		}
		return table + remarks(results);
	}

	private static List<String> cells(Result result, List<Metric> metrics, List<Ratio> ratios) {
		List<String> cells = new ArrayList<>(List.of(result.row()));
		metrics.forEach((metric) -> cells
			.add(Optional.ofNullable(result.figures().get(metric)).map(metric::format).orElse(NOTHING)));
		ratios.forEach((ratio) -> cells.add(ratio.of(result).orElse(NOTHING)));
		return cells;
	}

	private static String remarks(List<Result> results) {
		return results.stream()
			.filter((result) -> !result.remark().isEmpty())
			.map((result) -> "\n" + result.row() + ": " + result.remark() + ".\n")
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
