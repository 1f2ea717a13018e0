package chat.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import chat.bench.file.Batch;
import chat.bench.file.Photograph;
import chat.bench.file.Uploader;
import chat.bench.peer.Peer;
import chat.bench.report.Metric;
import chat.bench.report.Result;

/**
 * A person uploads photographs, one after the other, to a server that has just been
 * started. The server copies each without its place and makes a small form of it.
 */
public record Photographs() implements Scenario {

	private static final String TITLE = "100 photographs of 12 megapixels";

	private static final int COUNT = 100;

	private static final Duration LONGEST = Duration.ofMinutes(10);

	@Override
	public String name() {
		return "thumbnails";
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
	public Result run(Stage stage) throws IOException, InterruptedException {
		Uploader person = Uploader.signUp(stage.server().address(), "person");
		stage.loop().run(stage.form().settle());
		Peak peak = new Peak(stage);
		Duration cpu = stage.server().usage().cpu();
		// A photograph takes a second of the generator, so the short form has one.
		int count = stage.form().scale(stage.form().scale(COUNT));
		Batch batch = Batch.start(List.of(() -> {
			for (int number = 0; number < count; number++) {
				byte[] photograph = Photograph.take(number);
				person.upload(photograph.length, (target) -> target.write(photograph));
			}
			return null;
		}));
		stage.loop().runUntil(() -> peak.look() && batch.isDone(), LONGEST);
		batch.await();
		cpu = stage.server().usage().cpu().minus(cpu);
		Map<Metric, Double> figures = new EnumMap<>(Metric.class);
		figures.put(Metric.WORK_CPU, cpu.toNanos() / (double) TimeUnit.SECONDS.toNanos(1));
		figures.put(Metric.GROWTH, peak.growth());
		return new Result(TITLE, stage.peer(), figures, "");
	}

}
