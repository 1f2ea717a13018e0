package chat.hubbub.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import chat.hubbub.bench.load.Crowd;
import chat.hubbub.bench.load.Pacer;
import chat.hubbub.bench.load.Sender;
import chat.hubbub.bench.load.Tally;
import chat.hubbub.bench.load.Topic;
import chat.hubbub.bench.report.Metric;
import chat.hubbub.bench.report.Result;

/**
 * Subscribers of topics, some of whom send: as many texts in flight as they may, or at a
 * rate.
 *
 * @param name what the command line calls it
 * @param title what the report calls it
 * @param topics how many topics there are
 * @param subscribers how many subscribers each topic has
 * @param senders how many of all subscribers send: one of each topic, if there are many
 * @param inFlight how many texts each sender keeps in flight, or 0 to send at a rate
 * @param perSecond how many texts all senders send a second, if at a rate
 */
public record FanOut(String name, String title, int topics, int subscribers, int senders, int inFlight,
		double perSecond) implements Scenario {

	static final int TEXT_LENGTH = 100;

	private static final Duration DRAIN = Duration.ofSeconds(20);

	/** One sender with 20 texts in flight. */
	public static FanOut saturated(int subscribers) {
		return new FanOut("saturated-" + subscribers, "Saturated, %,d subscribers".formatted(subscribers), 1,
				subscribers, 1, 20, 0);
	}

	@Override
	public Result run(Stage stage) throws IOException, InterruptedException {
		Tally tally = new Tally();
		Crowd crowd = new Crowd(stage.loop(), stage.server().address());
		List<Sender> speakers = gather(stage, crowd, tally);
		if (!crowd.awaitSubscribed()) {
			return Result.failed(this.title, stage.peer(), "only %,d subscribed".formatted(crowd.subscribed()));
		}
		Runnable stop = speak(stage, speakers);
		stage.loop().run(stage.form().warmUp());
		Map<Metric, Double> figures = Measurement.take(stage, tally, stage.form().measure());
		stop.run();
		stage.loop().runUntil(() -> crowd.missing() == 0, DRAIN);
		Measurement.putFaults(figures, tally, crowd.missing());
		return new Result(this.title, stage.peer(), figures, Remarks.of(crowd, speakers));
	}

	private List<Sender> gather(Stage stage, Crowd crowd, Tally tally) throws IOException, InterruptedException {
		int each = (this.topics > 1) ? this.subscribers : stage.form().scale(this.subscribers);
		List<Topic> all = Topics.create(stage, stage.form().scale(this.topics), tally);
		List<Sender> speakers = new ArrayList<>();
		for (Topic topic : all) {
			crowd.join(topic, each);
		}
		// Not those who came first: who is written to first would have it easy.
		int count = (this.topics > 1) ? all.size() : Math.min(this.senders, crowd.clients().size());
		for (int number = 0; number < count; number++) {
			int at = crowd.clients().size() - 1 - number * crowd.clients().size() / count;
			speakers.add(new Sender(crowd.clients().get(at), TEXT_LENGTH, false));
		}
		return speakers;
	}

	private Runnable speak(Stage stage, List<Sender> speakers) {
		if (this.inFlight == 0) {
			double rate = (this.topics > 1) ? this.perSecond / stage.form().divisor() : this.perSecond;
			return Pacer.start(stage.loop(), speakers, rate)::stop;
		}
		speakers.forEach((sender) -> sender.keepInFlight(this.inFlight));
		return () -> speakers.forEach((sender) -> sender.keepInFlight(0));
	}

}
