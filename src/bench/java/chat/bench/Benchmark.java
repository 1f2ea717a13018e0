package chat.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import chat.bench.cluster.ClusterBenchmark;
import chat.bench.hook.HookBenchmark;
import chat.bench.load.Features;
import chat.bench.load.Loop;
import chat.bench.peer.Peer;
import chat.bench.peer.Server;
import chat.bench.report.Report;
import chat.bench.report.Result;
import chat.bench.scenario.Attack;
import chat.bench.scenario.Company;
import chat.bench.scenario.FanOut;
import chat.bench.scenario.Form;
import chat.bench.scenario.Overload;
import chat.bench.scenario.Photographs;
import chat.bench.scenario.Posting;
import chat.bench.scenario.Scenario;
import chat.bench.scenario.Stage;
import chat.bench.scenario.StalledReaders;
import chat.bench.scenario.Storm;
import chat.bench.scenario.Uploads;
import chat.bench.search.SearchBenchmark;

/** Runs all scenarios against all servers, one after the other. */
public final class Benchmark {

	private static final List<Scenario> SCENARIOS = List.of(FanOut.saturated(100), FanOut.saturated(1000),
			FanOut.saturated(5000), new FanOut("rate", "20 messages/s to 1,000 subscribers", 1, 1000, 1, 0, 20),
			new FanOut("senders", "The same from 100 senders", 1, 1000, 100, 0, 20),
			new FanOut("topics", "The same number of deliveries in 1,000 topics of 10 subscribers", 1000, 10, 1000, 0,
					2000),
			new FanOut("crossfire", "Saturated by 100 senders, 1,000 subscribers", 1, 1000, 100, 5, 0),
			new Company(Features.CHAT), Storm.plain(), Storm.compared(), new StalledReaders(), new Overload(),
			Posting.indexed(), Posting.notIndexed(), new Attack(), new Uploads(), new Photographs());

	private final Options options;

	private Benchmark(Options options) {
		this.options = options;
	}

	/**
	 * Measures and reports.
	 * @param args see {@code docs/performance.md}
	 * @throws IOException if a server does not start
	 * @throws InterruptedException if interrupted
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		new Benchmark(Options.parse(args)).run();
	}

	private void run() throws IOException, InterruptedException {
		if (SCENARIOS.stream().anyMatch((scenario) -> scenario instanceof Storm && this.options.wants(scenario))) {
			OpenFiles.check();
		}
		if (this.options.isShort()) {
			System.out.println("The short form: a tenth of the connections, and no figures to speak of.");
		}
		List<Result> results = new ArrayList<>();
		for (Scenario scenario : SCENARIOS) {
			results.addAll(run(scenario));
		}
		results.addAll(ClusterBenchmark.run(this.options.setting(), this.options.isShort() ? Form.SHORT : Form.FULL,
				this.options.scenarios()));
		if (this.options.wantsSearch()) {
			SearchBenchmark.run(this.options.setting().jar(), this.options.setting().work(), this.options.store(),
					this.options.isShort());
		}
		if (this.options.wantsHooks() && !HookBenchmark.run(this.options.setting(), this.options.isShort())) {
			System.err.println("A webhook lost, repeated or reordered events: see above.");
			System.exit(1);
		}
		if (results.isEmpty()) {
			return;
		}
		new Report(results).write(this.options.report());
		if (!results.stream().filter((result) -> result.peer().isHubbub()).allMatch(Result::isCorrect)) {
			System.err.println("Hubbub lost, repeated or reordered messages: see above.");
			System.exit(1);
		}
	}

	/**
	 * The servers and variants take turns, so that a slow minute of the machine is not
	 * one's alone.
	 */
	private List<Result> run(Scenario scenario) throws IOException, InterruptedException {
		Map<String, List<Result>> rounds = new LinkedHashMap<>();
		for (int round = 0; round < (this.options.isShort() ? 1 : scenario.rounds()); round++) {
			for (Scenario variant : scenario.variants()) {
				for (Result result : onEachServer(variant)) {
					rounds.computeIfAbsent(result.row(), (row) -> new ArrayList<>()).add(result);
				}
			}
		}
		return rounds.values().stream().map(Result::median).toList();
	}

	private List<Result> onEachServer(Scenario scenario) throws IOException, InterruptedException {
		List<Result> results = new ArrayList<>();
		for (Peer peer : Peer.values()) {
			if (peer.isAlone() && this.options.wants(scenario, peer) && scenario.suits(peer)) {
				Result result = run(scenario, peer).of(scenario.variant());
				System.out.println(result);
				results.add(result);
			}
		}
		return results;
	}

	private Result run(Scenario scenario, Peer peer) throws IOException, InterruptedException {
		String log = scenario.name() + "-" + peer.name().toLowerCase(Locale.ROOT);
		try (Stage stage = new Stage(peer, Server.start(peer, this.options.setting().with(scenario.jvm()), log),
				new Loop(), this.options.isShort() ? Form.SHORT : Form.FULL)) {
			return scenario.run(stage);
		}
		catch (UncheckedIOException ex) {
			return Result.failed(scenario.title(), peer, "the server's process ended");
		}
	}

}
