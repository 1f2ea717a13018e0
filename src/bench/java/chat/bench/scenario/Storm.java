package chat.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import chat.bench.load.Client;
import chat.bench.load.Crowd;
import chat.bench.load.Features;
import chat.bench.load.Tally;
import chat.bench.load.Topic;
import chat.bench.peer.Peer;
import chat.bench.report.Metric;
import chat.bench.report.Result;

/**
 * Many connect at once, subscribe to one topic, and then stay and say nothing.
 *
 * @param name its name on the command line
 * @param title its title in the report
 * @param variant its variant
 * @param features the features of the topic that the connections use
 */
public record Storm(String name, String title, String variant, Features features) implements Scenario {

	/** How many connect. */
	public static final int CONNECTIONS = 10_000;

	private static final String TITLE = "%,d connections in a storm, then idle".formatted(CONNECTIONS);

	private static final int WAVE = 2_500;

	private static final int WAVES = 4;

	private static final Duration SETTLE = Duration.ofSeconds(2);

	private static final double KIBI = 1024;

	private static final double MICROSECOND = TimeUnit.MICROSECONDS.toNanos(1);

	/** Connections that only read the messages, beside other servers. */
	public static Storm plain() {
		return new Storm("storm", TITLE, "", Features.CHAT);
	}

	/** Connections that use what the page uses, beside those that do not. */
	public static Storm compared() {
		return variant(Features.CHAT);
	}

	private static Storm variant(Features features) {
		return new Storm("company-storm", TITLE + ", with and without company", features.title(), features);
	}

	@Override
	public boolean suits(Peer peer) {
		return Scenario.super.suits(peer) && (this.variant.isEmpty() || peer == Peer.HUBBUB);
	}

	@Override
	public List<Scenario> variants() {
		return this.variant.isEmpty() ? List.of(this) : List.of(variant(Features.CHAT), variant(Features.PAGE));
	}

	@Override
	public int rounds() {
		return this.variant.isEmpty() ? 1 : SEVERAL;
	}

	@Override
	public Result run(Stage stage) throws IOException, InterruptedException {
		warmUp(stage);
		long live = stage.server().usage().liveBytes();
		long resident = stage.server().usage().residentBytes();
		int wanted = stage.form().scale(CONNECTIONS);
		Crowd crowd = new Crowd(stage.loop(), stage.server().address(), this.features);
		Map<Metric, Double> figures = new EnumMap<>(Metric.class);
		Duration cpu = stage.server().usage().cpu();
		long start = System.nanoTime();
		boolean all = crowd.join(new Topic("", new Tally()), wanted) && crowd.awaitSubscribed();
		long end = all ? System.nanoTime() : crowd.lastJoinedAt();
		if (!all) {
			crowd.awaitSubscribed();
		}
		int reached = crowd.subscribed();
		figures.put(Metric.JOINS, reached * (double) TimeUnit.SECONDS.toNanos(1) / (end - start));
		figures.put(Metric.REACHED, (double) reached);
		figures.put(Metric.LOST, (double) wanted - reached);
		stage.loop().run(SETTLE);
		cpu = stage.server().usage().cpu().minus(cpu);
		figures.put(Metric.JOIN_CPU, cpu.toNanos() / MICROSECOND / Math.max(1, crowd.connected()));
		figures.put(Metric.LIVE, (stage.server().usage().liveBytes() - live) / KIBI / crowd.connected());
		figures.put(Metric.RESIDENT, (stage.server().usage().residentBytes() - resident) / KIBI / crowd.connected());
		return new Result(this.title, stage.peer(), figures, all ? "" : "takes no more connections");
	}

	/**
	 * Code that is loaded and compiled once counts for neither the memory nor the time of
	 * a connection.
	 */
	private void warmUp(Stage stage) throws IOException {
		long deadline = WarmUp.deadline(stage);
		boolean compiling = true;
		for (int wave = 0; wave < WAVES || (compiling && System.nanoTime() - deadline < 0); wave++) {
			compiling = WarmUp.isCompiling(stage, () -> wave(stage));
		}
	}

	private void wave(Stage stage) throws IOException {
		Crowd crowd = new Crowd(stage.loop(), stage.server().address(), this.features);
		crowd.join(new Topic("", new Tally()), stage.form().scale(WAVE));
		crowd.awaitSubscribed();
		crowd.clients().forEach(Client::close);
		stage.loop().run(SETTLE);
	}

}
