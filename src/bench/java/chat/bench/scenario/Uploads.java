package chat.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import chat.bench.file.Batch;
import chat.bench.file.Noise;
import chat.bench.file.Uploader;
import chat.bench.load.Crowd;
import chat.bench.load.Pacer;
import chat.bench.load.Sender;
import chat.bench.load.Tally;
import chat.bench.load.Topic;
import chat.bench.peer.Peer;
import chat.bench.report.Metric;
import chat.bench.report.Result;

/**
 * Ten people upload four large files each, all at once, beside a chat. Then they do so
 * again and stop halfway, while the live heap is measured.
 */
public record Uploads() implements Scenario {

	private static final String TITLE = "1 GB in 40 files at once from 10 people, beside 20 messages/s to 100 subscribers";

	private static final int PEOPLE = 10;

	private static final int FILES = 4;

	private static final int BYTES = 25 * 1024 * 1024;

	private static final int WARM_UP_BYTES = 1024 * 1024;

	private static final int SUBSCRIBERS = 100;

	private static final double PER_SECOND = 20;

	/** As long as an upload takes. */
	private static final int LONGER = 3;

	private static final Duration LONGEST = Duration.ofMinutes(5);

	private static final double MEBI = 1024 * 1024;

	private static final Runnable GO_ON = () -> {
	};

	@Override
	public String name() {
		return "files";
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
		return List.of("-Dhubbub.files.account-daily=0", "-Dhubbub.files.min-free-percent=0");
	}

	@Override
	public int rounds() {
		return SEVERAL;
	}

	@Override
	public Result run(Stage stage) throws IOException, InterruptedException {
		Tally tally = new Tally();
		Crowd crowd = new Crowd(stage.loop(), stage.server().address());
		if (!crowd.join(new Topic("", tally), stage.form().scale(SUBSCRIBERS)) || !crowd.awaitSubscribed()) {
			return Result.failed(TITLE, stage.peer(), "not all could subscribe");
		}
		List<Uploader> people = new ArrayList<>();
		for (int number = 1; number <= PEOPLE; number++) {
			people.add(Uploader.signUp(stage.server().address(), "person-" + number));
		}
		Sender sender = new Sender(crowd.clients().get(crowd.clients().size() - 1), FanOut.TEXT_LENGTH, false);
		WarmUp.saturate(stage, List.of(sender));
		await(stage, start(people, 0, WARM_UP_BYTES, GO_ON));
		long live = stage.server().usage().liveBytes();
		Pacer pacer = Pacer.start(stage.loop(), List.of(sender), PER_SECOND);
		stage.loop().run(stage.form().settle());
		Map<Metric, Double> figures = beside(stage, tally, people);
		figures.put(Metric.HEAP, (halfway(stage, people) - live) / MEBI);
		pacer.stop();
		stage.loop().runUntil(() -> crowd.missing() == 0, DRAIN);
		Measurement.putFaults(figures, tally, crowd.missing());
		return new Result(TITLE, stage.peer(), figures, Remarks.of(crowd, List.of(sender)));
	}

	/** The latencies of the chat before and meanwhile. */
	private static Map<Metric, Double> beside(Stage stage, Tally tally, List<Uploader> people)
			throws IOException, InterruptedException {
		Map<Metric, Double> figures = new EnumMap<>(Metric.class);
		figures.put(Metric.CALM_P99,
				Measurement.take(stage, tally, stage.form().measure().multipliedBy(LONGER)).get(Metric.P99));
		tally.latencies().reset();
		Peak peak = new Peak(stage);
		tally.measure();
		long start = System.nanoTime();
		Batch batch = start(people, 1, size(stage), GO_ON);
		stage.loop().runUntil(() -> peak.look() && batch.isDone(), LONGEST);
		double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
		tally.rest();
		batch.await();
		Measurement.putLatencies(figures, tally.latencies());
		figures.put(Metric.UPLOADED, PEOPLE * FILES * (double) size(stage) / 1_000_000 / seconds);
		figures.put(Metric.GROWTH, peak.growth());
		return figures;
	}

	/** The live heap while half of each file has been sent. */
	private static long halfway(Stage stage, List<Uploader> people) throws IOException, InterruptedException {
		CountDownLatch arrived = new CountDownLatch(PEOPLE * FILES);
		CountDownLatch gate = new CountDownLatch(1);
		Batch batch = start(people, 2, size(stage), () -> {
			arrived.countDown();
			try {
				gate.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		stage.loop().runUntil(() -> arrived.getCount() == 0 || batch.isDone(), LONGEST);
		long live = stage.server().usage().liveBytes();
		gate.countDown();
		await(stage, batch);
		return live;
	}

	private static int size(Stage stage) {
		return stage.form().scale(BYTES);
	}

	private static Batch start(List<Uploader> people, int round, int bytes, Runnable halfway) {
		List<Callable<Void>> uploads = new ArrayList<>();
		for (Uploader person : people) {
			for (int file = 0; file < FILES; file++) {
				Noise noise = new Noise(round * 1000L + uploads.size(), bytes, halfway);
				uploads.add(() -> {
					person.upload(bytes, noise);
					return null;
				});
			}
		}
		return Batch.start(uploads);
	}

	private static void await(Stage stage, Batch batch) throws IOException, InterruptedException {
		stage.loop().runUntil(batch::isDone, LONGEST);
		batch.await();
	}

}
