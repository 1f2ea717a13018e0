package chat.bench.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import chat.bench.load.Client;
import chat.bench.load.Crowd;
import chat.bench.load.Sender;
import chat.bench.load.Tally;
import chat.bench.load.Topic;
import chat.bench.peer.Peer;
import chat.bench.report.Metric;
import chat.bench.report.Result;

/**
 * How fast messages are stored: many senders, each text receipted, one reader.
 *
 * @param name its name
 * @param title its title
 * @param jvm the arguments of the server's JVM
 */
public record Posting(String name, String title, List<String> jvm) implements Scenario {

	private static final String TITLE = "Posting: 100 senders, 20 receipts outstanding each";

	private static final int SENDERS = 100;

	private static final int IN_FLIGHT = 20;

	/**
	 * With the index of the search, which follows.
	 * @return the scenario
	 */
	public static Posting indexed() {
		return new Posting("posting", TITLE, List.of());
	}

	/**
	 * Without an index.
	 * @return the scenario
	 */
	public static Posting notIndexed() {
		return new Posting("posting-without-search", TITLE + ", without the search",
				List.of("-Dhubbub.search.enabled=false"));
	}

	@Override
	public boolean suits(Peer peer) {
		return this.jvm.isEmpty() ? peer.isHubbub() : peer == Peer.HUBBUB;
	}

	@Override
	public int rounds() {
		return SEVERAL;
	}

	@Override
	public Result run(Stage stage) throws IOException, InterruptedException {
		Tally tally = new Tally();
		Topic topic = new Topic("", tally);
		Crowd reader = new Crowd(stage.loop(), stage.server().address());
		if (!reader.join(topic, 1) || !reader.awaitSubscribed()) {
			return Result.failed(this.title, stage.peer(), "nobody could subscribe");
		}
		List<Sender> senders = new ArrayList<>();
		for (int number = 0; number < SENDERS; number++) {
			Client client = Client.publisher(stage.loop(), stage.server().address(), topic);
			stage.loop().runUntil(client::isConnected, DRAIN);
			senders.add(new Sender(client, FanOut.TEXT_LENGTH, true));
		}
		senders.forEach((sender) -> sender.keepInFlight(IN_FLIGHT));
		WarmUp.run(stage);
		Commits before = Commits.of(stage.server().address());
		// While the loop asked, it did not read.
		stage.loop().run(stage.form().settle());
		Map<Metric, Double> figures = Measurement.take(stage, tally, stage.form().measure());
		figures.put(Metric.GROUP, Commits.of(stage.server().address()).groupSince(before));
		figures.remove(Metric.DELIVERIES);
		figures.put(Metric.RECEIPTS, tally.receipts().getTotalCount() * (double) TimeUnit.SECONDS.toMillis(1)
				/ stage.form().measure().toMillis());
		Measurement.putLatencies(figures, tally.receipts());
		senders.forEach((sender) -> sender.keepInFlight(0));
		stage.loop().runUntil(() -> reader.missing() == 0 && senders.stream().allMatch(Sender::isDone), DRAIN);
		long unreceipted = senders.stream().mapToLong((sender) -> sender.sent() - sender.ended()).sum();
		Measurement.putFaults(figures, tally, reader.missing() + unreceipted);
		return new Result(this.title, stage.peer(), figures, Remarks.of(reader, senders));
	}

}
