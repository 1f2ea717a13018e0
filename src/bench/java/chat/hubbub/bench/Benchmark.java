package chat.hubbub.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import chat.hubbub.bench.load.Loop;
import chat.hubbub.bench.peer.Peer;
import chat.hubbub.bench.peer.Server;
import chat.hubbub.bench.report.Result;
import chat.hubbub.bench.scenario.FanOut;
import chat.hubbub.bench.scenario.Form;
import chat.hubbub.bench.scenario.Scenario;
import chat.hubbub.bench.scenario.Stage;

/** Runs all scenarios against all servers, one after the other. */
public final class Benchmark {

	private static final List<Scenario> SCENARIOS = List.of(FanOut.saturated(100), FanOut.saturated(1000),
			FanOut.saturated(5000), new FanOut("rate", "20 messages/s to 1,000 subscribers", 1, 1000, 1, 0, 20));

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
		List<Result> results = new ArrayList<>();
		for (Scenario scenario : SCENARIOS) {
			for (Peer peer : Peer.values()) {
				if (this.options.wants(scenario) && this.options.wants(peer) && scenario.suits(peer)) {
					Result result = run(scenario, peer);
					System.out.println(result);
					results.add(result);
				}
			}
		}
	}

	private Result run(Scenario scenario, Peer peer) throws IOException, InterruptedException {
		String log = scenario.name() + "-" + peer.name().toLowerCase(Locale.ROOT);
		try (Stage stage = new Stage(peer, Server.start(peer, this.options.setting(), log), new Loop(),
				this.options.isShort() ? Form.SHORT : Form.FULL)) {
			return scenario.run(stage);
		}
	}

}
