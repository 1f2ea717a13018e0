package chat.bench.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import chat.bench.load.Client;
import chat.bench.load.Crowd;
import chat.bench.load.Loop;
import chat.bench.load.Pacer;
import chat.bench.load.Sender;
import chat.bench.load.Tally;
import chat.bench.load.Topic;
import chat.bench.report.Metric;
import chat.bench.report.Result;
import chat.bench.scenario.Measurement;

/** A lively topic with half of its subscribers on each of two nodes. */
final class Rate implements Comparison {

	private static final String TITLE = "20 messages/s to 1,000 subscribers, on one node and on two";

	private static final int EACH = 500;

	private static final int TEXT_LENGTH = 100;

	private static final double PER_SECOND = 20;

	@Override
	public String name() {
		return "cluster-rate";
	}

	@Override
	public List<Setup> setups() {
		return List.of(Setup.values());
	}

	@Override
	public List<Result> run(Nodes nodes) throws IOException, InterruptedException {
		try (Loop loop = new Loop()) {
			return List.of(run(nodes, loop).of(nodes.setup().title()));
		}
	}

	private static Result run(Nodes nodes, Loop loop) throws IOException, InterruptedException {
		Tally tally = new Tally();
		Topic topic = new Topic("", tally);
		List<Crowd> crowds = List.of(new Crowd(loop, nodes.address(0)), new Crowd(loop, nodes.address(1)));
		for (Crowd crowd : crowds) {
			if (!crowd.join(topic, nodes.site().scale(EACH)) || !crowd.awaitSubscribed()) {
				return Result.failed(TITLE, nodes.setup().peer(),
						"only %,d connections at a node were made".formatted(crowd.connected()));
			}
		}
		List<Sender> senders = crowds.stream().map((crowd) -> new Sender(last(crowd), TEXT_LENGTH, false)).toList();
		nodes.warmUp(loop, senders);
		Pacer pacer = Pacer.start(loop, senders, PER_SECOND);
		loop.run(nodes.site().form().settle());
		Map<Metric, Double> figures = Lap.measure(nodes, loop, tally, topic::sent);
		pacer.stop();
		Nodes.awaitOrGoOn(loop, () -> missing(crowds) == 0);
		Measurement.putFaults(figures, tally, missing(crowds));
		if (nodes.setup().usesRabbit()) {
			figures.put(Metric.LINKS, (double) nodes.site().rabbit().connections());
		}
		return new Result(TITLE, nodes.setup().peer(), figures, ended(crowds));
	}

	/** The first subscribers receive each message first. */
	private static Client last(Crowd crowd) {
		return crowd.clients().get(crowd.clients().size() - 1);
	}

	private static long missing(List<Crowd> crowds) {
		return crowds.stream().mapToLong(Crowd::missing).sum();
	}

	private static String ended(List<Crowd> crowds) {
		return Stream.of(crowds)
			.flatMap(List::stream)
			.map(Crowd::anEnd)
			.filter((end) -> !end.isEmpty())
			.findFirst()
			.map((end) -> "connections ended: " + end)
			.orElse("");
	}

}
