package chat.bench.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import chat.bench.load.Client;
import chat.bench.load.Crowd;
import chat.bench.load.Features;
import chat.bench.load.Pacer;
import chat.bench.load.Sender;
import chat.bench.load.Tally;
import chat.bench.load.Topic;
import chat.bench.load.Turn;
import chat.bench.peer.Peer;
import chat.bench.report.Metric;
import chat.bench.report.Result;

/**
 * A lively chat whose people see each other: all follow the newest message and move their
 * mark once a second, those who post are typing all the time. Beside it the same messages
 * without that.
 *
 * @param features the features of the topic that the people use
 */
public record Company(Features features) implements Scenario {

	private static final String TITLE = "20 messages/s from 100 of 1,000 people, with and without company";

	private static final int PEOPLE = 1000;

	private static final int SPEAKERS = 100;

	private static final double MESSAGES_PER_SECOND = 20;

	/** Seconds between two notices of one who types. */
	private static final double TYPING_EVERY = 3;

	@Override
	public String name() {
		return "company";
	}

	@Override
	public String title() {
		return TITLE;
	}

	@Override
	public String variant() {
		return this.features.title();
	}

	@Override
	public List<Scenario> variants() {
		return List.of(new Company(Features.CHAT), new Company(Features.PAGE));
	}

	@Override
	public boolean suits(Peer peer) {
		return peer == Peer.HUBBUB;
	}

	@Override
	public int rounds() {
		return SEVERAL;
	}

	@Override
	public Result run(Stage stage) throws IOException, InterruptedException {
		Tally tally = new Tally();
		Crowd crowd = new Crowd(stage.loop(), stage.server().address(), this.features);
		if (!crowd.join(new Topic("", tally), stage.form().scale(PEOPLE)) || !crowd.awaitSubscribed()) {
			return Result.failed(TITLE, stage.peer(), "only %,d connections were made".formatted(crowd.connected()));
		}
		List<Client> typists = crowd.clients().subList(0, stage.form().scale(SPEAKERS));
		List<Sender> speakers = typists.stream()
			.map((client) -> new Sender(client, FanOut.TEXT_LENGTH, false))
			.toList();
		List<Pacer> habits = habits(stage, crowd.clients(), typists);
		WarmUp.saturate(stage, speakers);
		habits.add(Pacer.start(stage.loop(), speakers, MESSAGES_PER_SECOND));
		stage.loop().run(stage.form().settle());
		Map<Metric, Double> figures = Measurement.take(stage, tally, stage.form().measure());
		habits.forEach(Pacer::stop);
		stage.loop().runUntil(() -> crowd.missing() == 0, DRAIN);
		Measurement.putFaults(figures, tally, crowd.missing());
		return new Result(TITLE, stage.peer(), figures, Remarks.of(crowd, speakers));
	}

	/** The acts of the people besides posting. */
	private List<Pacer> habits(Stage stage, List<Client> readers, List<Client> typists) {
		List<Pacer> habits = new ArrayList<>();
		if (this.features == Features.PAGE) {
			habits.add(Pacer.start(stage.loop(), turns(readers, Client::markNext), readers.size()));
			habits.add(Pacer.start(stage.loop(), turns(typists, Client::type), typists.size() / TYPING_EVERY));
		}
		return habits;
	}

	private static List<Turn> turns(List<Client> clients, Consumer<Client> act) {
		return clients.stream().<Turn>map((client) -> (dueAt) -> act.accept(client)).toList();
	}

}
