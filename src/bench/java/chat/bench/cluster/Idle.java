package chat.bench.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import chat.bench.load.Crowd;
import chat.bench.load.Loop;
import chat.bench.load.Tally;
import chat.bench.load.Topic;
import chat.bench.report.Metric;
import chat.bench.report.Result;

/** Guests who say nothing, half of them on each of two nodes. */
final class Idle implements Comparison {

	private static final String TITLE = "5,000 silent guests, on one node and on two";

	private static final int EACH = 2_500;

	/** Longer than all periods in which a node tells others that it lives. */
	private static final Duration TIME = Duration.ofSeconds(20);

	@Override
	public String name() {
		return "cluster-idle";
	}

	@Override
	public List<Setup> setups() {
		return List.of(Setup.ONE, Setup.TWO);
	}

	@Override
	public List<Result> run(Nodes nodes) throws IOException, InterruptedException {
		try (Loop loop = new Loop()) {
			return List.of(run(nodes, loop).of(nodes.setup().title()));
		}
	}

	private static Result run(Nodes nodes, Loop loop) throws IOException, InterruptedException {
		Topic topic = new Topic("", new Tally());
		int connections = 0;
		for (int number = 0; number < 2; number++) {
			Crowd crowd = new Crowd(loop, nodes.address(number));
			if (!crowd.join(topic, nodes.site().scale(EACH)) || !crowd.awaitSubscribed()) {
				return Result.failed(TITLE, nodes.setup().peer(), "not all could connect");
			}
			connections += crowd.connected();
		}
		nodes.run(loop);
		Lap begin = new Lap(nodes);
		loop.run(TIME);
		Lap end = new Lap(nodes);
		double unit = connections * TIME.toSeconds();
		Map<Metric, Double> figures = new EnumMap<>(Metric.class);
		figures.put(Metric.IDLE_CPU, end.cpuSince(begin) / unit);
		figures.put(Metric.IDLE_STORE_CPU, end.postgresSince(begin) / unit);
		if (nodes.setup().usesRabbit()) {
			figures.put(Metric.IDLE_RABBIT_CPU, end.rabbitSince(begin) / unit);
		}
		return new Result(TITLE, nodes.setup().peer(), figures, "");
	}

}
