package chat.bench.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import chat.bench.peer.Server;
import chat.bench.report.Result;
import chat.bench.scenario.Form;

/** Compares one node with two, and both with Spring's relay to RabbitMQ. */
public final class ClusterBenchmark {

	private static final List<Comparison> ALL = List.of(new Latency(), new Rate(), new SharedPosting(), new Idle());

	private static final int ROUNDS = 3;

	private final Site site;

	private final boolean isShort;

	private ClusterBenchmark(Site site, boolean isShort) {
		this.site = site;
		this.isShort = isShort;
	}

	/**
	 * Measures the named scenarios, three times, the servers in turn.
	 * @param setting the files and arguments with which servers are started
	 * @param form the amount of work
	 * @param names the names of the scenarios; if empty, all of them, and in the short
	 * form only two nodes once
	 * @return the rows of the report; empty if there is no RabbitMQ
	 * @throws IOException if a server does not start
	 * @throws InterruptedException if interrupted
	 */
	public static List<Result> run(Server.Setting setting, Form form, List<String> names)
			throws IOException, InterruptedException {
		boolean isShort = form.divisor() > 1;
		Predicate<Comparison> wanted = (each) -> names.isEmpty() ? !isShort || each instanceof Rate
				: names.contains(each.name());
		if (ALL.stream().noneMatch(wanted)) {
			return List.of();
		}
		if (!Rabbit.isInstalled()) {
			System.out.println("Nodes are not measured, because RabbitMQ is not installed:"
					+ " apt-get install --no-install-recommends rabbitmq-server");
			return List.of();
		}
		Files.createDirectories(setting.work());
		List<Result> results = new ArrayList<>();
		try (Postgres postgres = Postgres.start(); Rabbit rabbit = Rabbit.start(setting.work())) {
			ClusterBenchmark benchmark = new ClusterBenchmark(new Site(postgres, rabbit, setting, form), isShort);
			for (Comparison comparison : ALL.stream().filter(wanted).toList()) {
				List<Setup> setups = (isShort && names.isEmpty()) ? List.of(Setup.TWO) : comparison.setups();
				results.addAll(benchmark.run(comparison, setups));
			}
		}
		return results;
	}

	private List<Result> run(Comparison comparison, List<Setup> setups) throws IOException, InterruptedException {
		Map<String, List<Result>> rounds = new LinkedHashMap<>();
		for (int round = 0; round < (this.isShort ? 1 : ROUNDS); round++) {
			for (Setup setup : setups) {
				for (Result result : run(comparison, setup)) {
					System.out.println(result);
					rounds.computeIfAbsent(result.row(), (row) -> new ArrayList<>()).add(result);
				}
			}
		}
		return rounds.values().stream().map(Result::median).toList();
	}

	private List<Result> run(Comparison comparison, Setup setup) throws IOException, InterruptedException {
		String log = comparison.name() + "-" + setup.name().toLowerCase(Locale.ROOT);
		try (Nodes nodes = setup.start(this.site, log)) {
			return comparison.run(nodes);
		}
		catch (UncheckedIOException ex) {
			return List.of(Result.failed(comparison.name(), setup.peer(), "a process ended").of(setup.title()));
		}
	}

}
