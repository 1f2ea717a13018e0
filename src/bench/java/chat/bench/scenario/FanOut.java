package chat.bench.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import chat.bench.load.Crowd;
import chat.bench.load.Pacer;
import chat.bench.load.Sender;
import chat.bench.load.Tally;
import chat.bench.load.Topic;
import chat.bench.report.Metric;
import chat.bench.report.Result;

/**
 * Subscribers of topics. Some of them send with a number of texts in flight or at a rate.
 *
 * @param name its name on the command line
 * @param title its title in the report
 * @param topics the number of topics
 * @param subscribers the number of subscribers of each topic
 * @param senders the number of subscribers that send: one of each topic, if there are
 * many
 * @param inFlight the number of texts that each sender keeps in flight, or 0 to send at a
 * rate
 * @param perSecond the number of texts a second of all senders, if at a rate
 */
public record FanOut(String name, String title, int topics, int subscribers, int senders, int inFlight,
		double perSecond) implements Scenario {

	static final int TEXT_LENGTH = 100;

	/** One sender with 20 texts in flight. */
	public static FanOut saturated(int subscribers) {
		return new FanOut("saturated-" + subscribers, "Saturated, %,d subscribers".formatted(subscribers), 1,
				subscribers, 1, 20, 0);
	}

	/**
	 * At a rate the machine idles between the messages, and the noise of the idle times
	 * is larger than the differences to measure.
	 */
	@Override
	public int rounds() {
		return (this.inFlight == 0) ? SEVERAL : 1;
	}

	@Override
	public Result run(Stage stage) throws IOException, InterruptedException {
		Tally tally = new Tally();
		Crowd crowd = new Crowd(stage.loop(), stage.server().address());
		if (!gather(stage, crowd, tally) || !crowd.awaitSubscribed()) {
			return Result.failed(this.title, stage.peer(),
					"only %,d connections were made".formatted(crowd.connected()));
		}
		List<Sender> speakers = speakers(crowd, stage.form().scale(this.topics));
		WarmUp.saturate(stage, speakers);
		Runnable stop = speak(stage, speakers);
		stage.loop().run(stage.form().settle());
		Map<Metric, Double> figures = Measurement.take(stage, tally, stage.form().measure());
		stop.run();
		stage.loop().runUntil(() -> crowd.missing() == 0, DRAIN);
		Measurement.putFaults(figures, tally, crowd.missing());
		return new Result(this.title, stage.peer(), figures, Remarks.of(crowd, speakers));
	}

	private boolean gather(Stage stage, Crowd crowd, Tally tally) throws IOException, InterruptedException {
		int each = (this.topics > 1) ? this.subscribers : stage.form().scale(this.subscribers);
		for (Topic topic : Topics.create(stage, stage.form().scale(this.topics), tally)) {
			if (!crowd.join(topic, each)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The senders are not the first subscribers, because these receive each message
	 * first.
	 */
	private List<Sender> speakers(Crowd crowd, int topics) {
		List<Sender> speakers = new ArrayList<>();
		int all = crowd.clients().size();
		int count = (topics > 1) ? topics : Math.min(this.senders, all);
		for (int number = 0; number < count; number++) {
			speakers.add(new Sender(crowd.clients().get(all - 1 - number * all / count), TEXT_LENGTH, false));
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
