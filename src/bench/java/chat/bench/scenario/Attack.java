package chat.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import chat.bench.load.Attacker;
import chat.bench.load.Client;
import chat.bench.load.Pacer;
import chat.bench.load.Sender;
import chat.bench.load.Tally;
import chat.bench.load.Topic;
import chat.bench.peer.Peer;
import chat.bench.report.Metric;
import chat.bench.report.Result;

/**
 * Two hundred connections have a server with little memory keep as much as they can,
 * while another client posts and waits for its receipts.
 */
public record Attack() implements Scenario {

	private static final String TITLE = "200 connections that fill the memory (256 MiB of heap), 20 messages/s of another";

	private static final int ATTACKERS = 200;

	private static final int HISTORY = 1000;

	private static final double PER_SECOND = 20;

	// So many messages that a 99th percentile says something.
	private static final int LONGER = 3;

	@Override
	public String name() {
		return "attack";
	}

	@Override
	public String title() {
		return TITLE;
	}

	@Override
	public boolean suits(Peer peer) {
		return peer == Peer.HUBBUB;
	}

	@Override
	public List<String> jvm() {
		return List.of("-Xmx256m");
	}

	@Override
	public Result run(Stage stage) throws IOException, InterruptedException {
		Tally tally = new Tally();
		Client client = Client.publisher(stage.loop(), stage.server().address(), new Topic("", tally));
		stage.loop().runUntil(client::isConnected, DRAIN);
		Sender sender = new Sender(client, FanOut.TEXT_LENGTH, true);
		sender.keepInFlight(1);
		WarmUp.run(stage);
		stage.loop().runUntil(() -> sender.ended() > HISTORY, DRAIN);
		sender.keepInFlight(0);
		stage.loop().runUntil(sender::isDone, DRAIN);
		Pacer pacer = Pacer.start(stage.loop(), List.of(sender), PER_SECOND);
		Duration time = stage.form().measure().multipliedBy(LONGER);
		double calm = p99(stage, tally, time);
		tally.receipts().reset();
		List<Attacker> attackers = new ArrayList<>();
		for (int number = 0; number < stage.form().scale(ATTACKERS); number++) {
			attackers.add(Attacker.start(stage.server().address(), number));
		}
		p99(stage, tally, time);
		Map<Metric, Double> figures = new EnumMap<>(Metric.class);
		Measurement.putLatencies(figures, tally.receipts());
		figures.put(Metric.CALM_P99, calm);
		figures.put(Metric.PEAK, Memory.mebibytes(stage));
		pacer.stop();
		stage.loop().runUntil(sender::isDone, DRAIN);
		for (Attacker attacker : attackers) {
			attacker.close();
		}
		Measurement.putFaults(figures, tally, sender.sent() - sender.ended());
		return new Result(TITLE, stage.peer(), figures,
				stage.server().ranOutOfMemory() ? "OutOfMemoryError" : "latency is that of the RECEIPT");
	}

	private static double p99(Stage stage, Tally tally, Duration time) {
		Measurement.take(stage, tally, time);
		Map<Metric, Double> figures = new EnumMap<>(Metric.class);
		Measurement.putLatencies(figures, tally.receipts());
		return figures.get(Metric.P99);
	}

}
