package chat.bench.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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

/** The way of a message from one node to another, and to a subscriber of its own node. */
final class Latency implements Comparison {

	private static final String TITLE = "200 messages/s to 10 subscribers, at the sender's node and at the other";

	private static final int SUBSCRIBERS = 10;

	private static final int TEXT_LENGTH = 100;

	private static final double PER_SECOND = 200;

	private static final double MICROSECOND = TimeUnit.MICROSECONDS.toNanos(1);

	private static final String WITHIN = ", within a node";

	private static final String ACROSS = ", from node to node";

	@Override
	public String name() {
		return "cluster-latency";
	}

	@Override
	public List<Setup> setups() {
		return List.of(Setup.TWO, Setup.RELAY);
	}

	@Override
	public List<Result> run(Nodes nodes) throws IOException, InterruptedException {
		List<Result> results = new ArrayList<>();
		try (Loop loop = new Loop()) {
			warmUp(nodes, loop);
			results.add(run(nodes, loop, 0).of(nodes.setup().title() + WITHIN));
			results.add(run(nodes, loop, 1).of(nodes.setup().title() + ACROSS));
		}
		return results;
	}

	private static void warmUp(Nodes nodes, Loop loop) throws IOException {
		Topic topic = new Topic("", new Tally());
		List<Crowd> crowds = List.of(new Crowd(loop, nodes.address(0)), new Crowd(loop, nodes.address(1)));
		List<Sender> senders = new ArrayList<>();
		for (Crowd crowd : crowds) {
			crowd.join(topic, SUBSCRIBERS);
			crowd.awaitSubscribed();
			senders.add(new Sender(crowd.clients().get(0), TEXT_LENGTH, false));
		}
		nodes.warmUp(loop, senders);
		crowds.forEach((crowd) -> crowd.clients().forEach(Client::close));
	}

	private static Result run(Nodes nodes, Loop loop, int readers) throws IOException {
		Tally tally = new Tally();
		Topic topic = new Topic("", tally);
		Crowd crowd = new Crowd(loop, nodes.address(readers));
		Client client = Client.publisher(loop, nodes.address(0), topic);
		if (!crowd.join(topic, SUBSCRIBERS) || !crowd.awaitSubscribed()) {
			return Result.failed(TITLE, nodes.setup().peer(), "nobody could subscribe");
		}
		Nodes.awaitOrGoOn(loop, client::isConnected);
		Sender sender = new Sender(client, TEXT_LENGTH, false);
		Pacer pacer = Pacer.start(loop, List.of(sender), PER_SECOND);
		loop.run(nodes.site().form().settle());
		Program other = nodes.programs().get(1);
		Duration cpu = other.usage().cpu();
		int sent = topic.sent();
		tally.measure();
		loop.run(nodes.site().form().measure());
		tally.rest();
		cpu = other.usage().cpu().minus(cpu);
		sent = topic.sent() - sent;
		pacer.stop();
		Nodes.awaitOrGoOn(loop, () -> crowd.missing() == 0);
		Map<Metric, Double> figures = new EnumMap<>(Metric.class);
		if (readers == 0) {
			figures.put(Metric.OTHER_CPU, cpu.toNanos() / MICROSECOND / Math.max(1, sent));
		}
		Measurement.putLatencies(figures, tally.latencies());
		Measurement.putFaults(figures, tally, crowd.missing());
		Result result = new Result(TITLE, nodes.setup().peer(), figures, crowd.anEnd());
		crowd.clients().forEach(Client::close);
		client.close();
		return result;
	}

}
