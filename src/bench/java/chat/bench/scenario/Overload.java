package chat.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import chat.bench.load.Client;
import chat.bench.load.Crowd;
import chat.bench.load.Pacer;
import chat.bench.load.Sender;
import chat.bench.load.Tally;
import chat.bench.load.Topic;
import chat.bench.peer.Peer;
import chat.bench.report.Metric;
import chat.bench.report.Result;

/**
 * Three times more messages than could be delivered before, from senders that do not
 * wait. A server may slow them down. It must not fill its memory or lose a message with a
 * receipt.
 */
public record Overload() implements Scenario {

	private static final String TITLE = "Three-fold overload, 1,000 subscribers";

	private static final int SUBSCRIBERS = 1000;

	private static final int SENDERS = 20;

	private static final int IN_FLIGHT = 20;

	private static final int FOLD = 3;

	private static final int STEPS = 4;

	private static final Duration RECOVERY = Duration.ofSeconds(60);

	@Override
	public String name() {
		return "overload";
	}

	@Override
	public String title() {
		return TITLE;
	}

	@Override
	public Result run(Stage stage) throws IOException, InterruptedException {
		Tally tally = new Tally();
		Topic topic = new Topic("", tally);
		Crowd crowd = new Crowd(stage.loop(), stage.server().address());
		if (!crowd.join(topic, stage.form().scale(SUBSCRIBERS)) || !crowd.awaitSubscribed()) {
			return Result.failed(TITLE, stage.peer(), "not all could subscribe");
		}
		List<Sender> senders = senders(stage, topic);
		double perSecond = FOLD * deliverable(stage, crowd);
		Map<Metric, Double> figures = new EnumMap<>(Metric.class);
		String memory = overload(stage, senders, perSecond, figures);
		recover(stage, topic, crowd, senders, figures);
		Measurement.putFaults(figures, tally, lost(stage, topic, crowd));
		return new Result(TITLE, stage.peer(), figures, Remarks.of(crowd, senders,
				"%,.0f messages/s wanted".formatted(perSecond), "MiB meanwhile: " + memory, outOfMemory(stage)));
	}

	/** Connections of their own, that do not subscribe. */
	private static List<Sender> senders(Stage stage, Topic topic) throws IOException {
		List<Sender> senders = new ArrayList<>();
		for (int number = 0; number < SENDERS; number++) {
			Client client = Client.publisher(stage.loop(), stage.server().address(), topic);
			senders.add(new Sender(client, FanOut.TEXT_LENGTH, givesReceipts(stage)));
			stage.loop().runUntil(client::isConnected, RECOVERY);
		}
		return senders;
	}

	/**
	 * The number of messages a second if the same number of senders, which also
	 * subscribe, wait for them.
	 */
	private static double deliverable(Stage stage, Crowd crowd) throws IOException {
		List<Client> clients = crowd.clients();
		List<Sender> measured = clients.subList(clients.size() - SENDERS, clients.size())
			.stream()
			.map((client) -> new Sender(client, FanOut.TEXT_LENGTH, false))
			.toList();
		measured.forEach((sender) -> sender.keepInFlight(IN_FLIGHT));
		WarmUp.run(stage);
		int before = ended(measured);
		stage.loop().run(stage.form().measure());
		double perSecond = (ended(measured) - before) / seconds(stage.form().measure());
		measured.forEach((sender) -> sender.keepInFlight(0));
		return Math.max(1, perSecond);
	}

	private static int ended(List<Sender> senders) {
		return senders.stream().mapToInt(Sender::ended).sum();
	}

	private static String overload(Stage stage, List<Sender> senders, double perSecond, Map<Metric, Double> figures) {
		List<String> memory = new ArrayList<>();
		Pacer pacer = Pacer.start(stage.loop(), senders, perSecond);
		double peak = 0;
		for (int step = 0; step < STEPS && stage.server().isAlive(); step++) {
			stage.loop().run(stage.form().measure().dividedBy(2));
			double now = Memory.mebibytes(stage);
			peak = Math.max(peak, now);
			memory.add("%.0f".formatted(now));
		}
		pacer.stop();
		figures.put(Metric.PEAK, peak);
		return String.join(", ", memory);
	}

	private static void recover(Stage stage, Topic topic, Crowd crowd, List<Sender> senders,
			Map<Metric, Double> figures) {
		long start = System.nanoTime();
		boolean recovered = stage.loop()
			.runUntil(() -> senders.stream().allMatch(Sender::isIdle) && allReceipted(stage, senders)
					&& crowd.missing() == 0, RECOVERY);
		if (recovered && crowd.ended() < crowd.clients().size()) {
			figures.put(Metric.RECOVERY, seconds(Duration.ofNanos(System.nanoTime() - start)));
		}
		figures.put(Metric.PEAK, Math.max(figures.get(Metric.PEAK), Memory.mebibytes(stage)));
		figures.put(Metric.CLOSED, (double) crowd.ended());
		figures.put(Metric.SENT, (double) topic.sent());
	}

	private static boolean allReceipted(Stage stage, List<Sender> senders) {
		return !givesReceipts(stage) || senders.stream().allMatch(Sender::isDone);
	}

	/**
	 * The events that connected clients miss. For Hubbub also the events that a new
	 * client does not find in the topic, because a closed client may read them there.
	 */
	private static long lost(Stage stage, Topic topic, Crowd crowd) throws IOException {
		long lost = crowd.missing();
		if (stage.peer() == Peer.HUBBUB) {
			Client newcomer = Client.subscriber(stage.loop(), stage.server().address(), topic, "since:0\n");
			stage.loop().runUntil(() -> newcomer.received() == topic.sent(), RECOVERY);
			lost += topic.sent() - newcomer.received();
		}
		return lost;
	}

	private static boolean givesReceipts(Stage stage) {
		return stage.peer() == Peer.HUBBUB || stage.peer() == Peer.FLOOR;
	}

	private static String outOfMemory(Stage stage) throws IOException {
		return stage.server().ranOutOfMemory() ? "OutOfMemoryError" : "";
	}

	private static double seconds(Duration time) {
		return time.toNanos() / (double) TimeUnit.SECONDS.toNanos(1);
	}

}
