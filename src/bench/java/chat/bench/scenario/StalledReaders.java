package chat.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import chat.bench.load.Client;
import chat.bench.load.Crowd;
import chat.bench.load.Pacer;
import chat.bench.load.Sender;
import chat.bench.load.Tally;
import chat.bench.load.Topic;
import chat.bench.report.Metric;
import chat.bench.report.Result;

/**
 * Fifty subscribers stop reading from their sockets. The effect on the others is the
 * difference to the same load before.
 */
public record StalledReaders() implements Scenario {

	private static final String TITLE = "50 stalled readers beside 200 others, 100 messages/s of 2 kB";

	private static final int STALLED = 50;

	private static final int OTHERS = 200;

	private static final int TEXT_LENGTH = 2000;

	private static final double PER_SECOND = 100;

	// The time to fill the buffers of the kernel and of the server.
	private static final int LONGER = 3;

	private static final Duration LAST_WORDS = Duration.ofSeconds(10);

	@Override
	public String name() {
		return "stalled";
	}

	@Override
	public String title() {
		return TITLE;
	}

	/** One collection or compilation more makes a 99th percentile another. */
	@Override
	public int rounds() {
		return SEVERAL;
	}

	@Override
	public Result run(Stage stage) throws IOException, InterruptedException {
		Tally tally = new Tally();
		Topic topic = new Topic("", tally);
		Crowd crowd = new Crowd(stage.loop(), stage.server().address());
		if (!crowd.join(topic, stage.form().scale(OTHERS)) || !crowd.awaitSubscribed()) {
			return Result.failed(TITLE, stage.peer(), "not all could subscribe");
		}
		Sender sender = new Sender(crowd.clients().get(crowd.clients().size() - 1), TEXT_LENGTH, false);
		WarmUp.saturate(stage, List.of(sender));
		Pacer pacer = Pacer.start(stage.loop(), List.of(sender), PER_SECOND);
		stage.loop().run(stage.form().settle());
		// For the same time as with them: rare events, such as a collection, seldom
		// happen in a short time.
		Duration time = stage.form().measure().multipliedBy(LONGER);
		double calm = Measurement.take(stage, tally, time).get(Metric.P99);
		List<Client> stalled = stall(stage, topic);
		tally.latencies().reset();
		Map<Metric, Double> figures = Measurement.take(stage, tally, time);
		figures.put(Metric.CALM_P99, calm);
		figures.put(Metric.PEAK, Memory.mebibytes(stage));
		pacer.stop();
		stage.loop().runUntil(() -> crowd.missing() == 0, DRAIN);
		Measurement.putFaults(figures, tally, crowd.missing());
		figures.put(Metric.CLOSED, (double) closed(stage, stalled));
		return new Result(TITLE, stage.peer(), figures, Remarks.of(crowd, List.of(sender)));
	}

	private static List<Client> stall(Stage stage, Topic topic) throws IOException {
		List<Client> stalled = new ArrayList<>();
		for (int number = 0; number < STALLED; number++) {
			stalled.add(Client.staller(stage.loop(), stage.server().address(), topic));
		}
		stage.loop().runUntil(() -> stalled.stream().allMatch(Client::isConnected), DRAIN);
		return stalled;
	}

	/** A client that the server has given up reads the rest up to an end. */
	private static long closed(Stage stage, List<Client> stalled) {
		stalled.forEach(Client::goOnReading);
		stage.loop().runUntil(() -> stalled.stream().allMatch((client) -> client.end() != null), LAST_WORDS);
		return stalled.stream().filter((client) -> client.end() != null).count();
	}

}
