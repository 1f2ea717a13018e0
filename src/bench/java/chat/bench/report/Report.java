package chat.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * The page {@code performance.md} with its chart. If the page exists, only the part
 * between its two marks is replaced.
 */
public final class Report {

	private static final String FROM = "<!-- figures -->\n";

	private static final String TO = "<!-- end of figures -->\n";

	private final List<Result> results;

	/**
	 * A report.
	 * @param results the results that it shows
	 */
	public Report(List<Result> results) {
		this.results = List.copyOf(results);
	}

	/**
	 * Writes the page and the chart.
	 * @param folder where to
	 * @throws IOException if that fails
	 */
	public void write(Path folder) throws IOException {
		Files.createDirectories(folder);
		Path page = folder.resolve("performance.md");
		String old = Files.exists(page) ? Files.readString(page) : FROM + TO;
		int from = old.indexOf(FROM) + FROM.length();
		Files.writeString(page, old.substring(0, from) + figures() + old.substring(old.indexOf(TO, from)));
		Files.writeString(folder.resolve("performance.svg"), new Chart(this.results).toString());
	}

	private String figures() throws IOException {
		return "\nMeasured on %s on %s.\n\n![CPU of the server for each delivery](performance.svg)\n\n%s\n"
			.formatted(LocalDate.now(), Machine.describe(), new Tables(this.results));
	}

}
