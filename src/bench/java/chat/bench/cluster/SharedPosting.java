package chat.bench.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import chat.bench.load.Client;
import chat.bench.load.Crowd;
import chat.bench.load.Loop;
import chat.bench.load.Sender;
import chat.bench.load.Tally;
import chat.bench.load.Topic;
import chat.bench.report.Metric;
import chat.bench.report.Result;
import chat.bench.scenario.Measurement;

/** How fast two nodes store together, each text receipted, with a reader at each. */
final class SharedPosting implements Comparison {

	private static final String TITLE = "Posting to PostgreSQL: 100 senders, 20 receipts outstanding each";

	private static final int SENDERS = 100;

	private static final int IN_FLIGHT = 20;

	private static final int TEXT_LENGTH = 100;

	@Override
	public String name() {
		return "cluster-posting";
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

	private static Result run(Nodes nodes, Loop loop) throws IOException {
		Tally tally = new Tally();
		Topic topic = new Topic("", tally);
		List<Crowd> readers = List.of(new Crowd(loop, nodes.address(0)), new Crowd(loop, nodes.address(1)));
		for (Crowd reader : readers) {
			if (!reader.join(topic, 1) || !reader.awaitSubscribed()) {
				return Result.failed(TITLE, nodes.setup().peer(), "nobody could subscribe");
			}
		}
		List<Sender> senders = new ArrayList<>();
		for (int number = 0; number < SENDERS; number++) {
			Client client = Client.publisher(loop, nodes.address(number), topic);
			Nodes.awaitOrGoOn(loop, client::isConnected);
			senders.add(new Sender(client, TEXT_LENGTH, true));
		}
		senders.forEach((sender) -> sender.keepInFlight(IN_FLIGHT));
		nodes.run(loop);
		Map<Metric, Double> figures = Lap.measure(nodes, loop, tally, topic::sent);
		figures.remove(Metric.DELIVERIES);
		figures.put(Metric.RECEIPTS, tally.receipts().getTotalCount() * (double) TimeUnit.SECONDS.toMillis(1)
				/ nodes.site().form().measure().toMillis());
		Measurement.putLatencies(figures, tally.receipts());
		senders.forEach((sender) -> sender.keepInFlight(0));
		Nodes.awaitOrGoOn(loop, () -> missing(readers) == 0 && senders.stream().allMatch(Sender::isDone));
		long unreceipted = senders.stream().mapToLong((sender) -> sender.sent() - sender.ended()).sum();
		Measurement.putFaults(figures, tally, missing(readers) + unreceipted);
		return new Result(TITLE, nodes.setup().peer(), figures, "");
	}

	private static long missing(List<Crowd> readers) {
		return readers.stream().mapToLong(Crowd::missing).sum();
	}

}
