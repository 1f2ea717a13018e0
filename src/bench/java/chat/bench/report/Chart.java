package chat.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import chat.bench.peer.Peer;

/**
 * Bars for the CPU time of a delivery on a logarithmic scale, because the servers differ
 * by factors. Readable on light and dark ground.
 */
final class Chart {

	private static final int WIDTH = 760;

	private static final int LEFT = 170;

	private static final int RIGHT = 80;

	private static final int BAR = 16;

	private static final int STEP = 20;

	private static final int TITLE = 34;

	private static final double LEAST = 0.1;

	private static final double MOST = 100;

	private static final String STYLE = """
			text { font: 12px system-ui, sans-serif; fill: #24292f }
			.title { font-weight: 600; font-size: 13px }
			.scale { text-anchor: middle; fill-opacity: .7 }
			.grid { stroke: #8c959f; stroke-opacity: .35 }
			.hubbub, .postgresql { fill: #0969da } .tomcat, .jetty, .relay { fill: #bf8700 } .floor { fill: #6e7781 }
			@media (prefers-color-scheme: dark) {
				text { fill: #e6edf3 }
				.hubbub, .postgresql { fill: #4493f8 } .tomcat, .jetty, .relay { fill: #d29922 } .floor { fill: #8b949e }
			}
			""";

	private final List<Result> results;

	private final List<String> parts = new ArrayList<>();

	private int y = TITLE;

	Chart(List<Result> results) {
		this.results = results.stream()
			.filter((result) -> result.figure(Metric.CPU) > 0 && result.figure(Metric.DELIVERIES) > 0)
			.toList();
	}

	@Override
	public String toString() {
		text(0, "title", "CPU of the server for each delivery, in µs; less is better, the scale is logarithmic");
		String scenario = "";
		for (Result result : this.results) {
			if (!result.scenario().equals(scenario)) {
				scenario = result.scenario();
				this.y += TITLE;
				text(0, "title", scenario);
				this.y += BAR / 2;
			}
			bar(result);
		}
		int height = this.y + STEP;
		return """
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="CPU for each delivery">
				<style>%s</style>
				%s%s</svg>
				"""
			.formatted(WIDTH, height, STYLE, grid(height), String.join("", this.parts));
	}

	private void bar(Result result) {
		double value = result.figure(Metric.CPU);
		this.parts.add("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\"/>\n"
			.formatted(nameOf(result.peer()), LEFT, this.y, x(value) - LEFT, BAR));
		this.y += BAR - 4;
		text(0, "", result.row());
		text(x(value) + 6, "", String.format(Locale.ROOT, "%.2f", value));
		this.y += STEP - BAR + 4;
	}

	private void text(int x, String style, String text) {
		this.parts.add("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n".formatted(style, x, this.y, text));
	}

	private static String grid(int height) {
		StringBuilder lines = new StringBuilder();
		for (double value = LEAST; value <= MOST; value *= 10) {
			lines.append("<line class=\"grid\" x1=\"%1$d\" x2=\"%1$d\" y1=\"%2$d\" y2=\"%3$d\"/>\n".formatted(x(value),
					TITLE + STEP, height));
			lines.append("<text class=\"scale\" x=\"%d\" y=\"%d\">%s</text>\n".formatted(x(value), TITLE + BAR,
					(value < 1) ? value : (Object) (int) value));
		}
		return lines.toString();
	}

	private static int x(double value) {
		double share = Math.log10(Math.min(Math.max(value, LEAST), MOST) / LEAST) / Math.log10(MOST / LEAST);
		return LEFT + Math.max(1, (int) (share * (WIDTH - LEFT - RIGHT)));
	}

	private static String nameOf(Peer peer) {
		return peer.name().toLowerCase(Locale.ROOT);
	}

}
