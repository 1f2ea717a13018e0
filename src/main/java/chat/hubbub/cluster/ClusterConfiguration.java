package chat.hubbub.cluster;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.broker.Attendance;
import chat.hubbub.account.Guests;
import chat.hubbub.broker.Backlog;
import chat.hubbub.broker.Clients;
import chat.hubbub.broker.Guard;
import chat.hubbub.bus.Receivers;
import chat.hubbub.timer.Ticker;

/** The beans of a node of a cluster. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hubbub.cluster.enabled")
class ClusterConfiguration {

	@Bean
	static Node node() {
		return Node.create();
	}

	@Bean
	@ConditionalOnProperty(name = "hubbub.cluster.bus", havingValue = "none")
	@ConditionalOnMissingBean
	static NodeBus storeBus(JdbcTemplate jdbc, TransactionOperations transaction, Node node) {
		return new StoreBus(new NodeMessageStore(jdbc, transaction), node.id());
	}

	@Bean
	static ClusterBus clusterBus(Receivers receivers, NodeBus nodes, JsonMapper json, Changes changes) {
		return new ClusterBus(receivers, nodes, json, changes);
	}

	@Bean
	static ChangeStore changeStore(JdbcTemplate jdbc) {
		return new ChangeStore(jdbc);
	}

	@Bean
	static Changes changes(ChangeStore store, Receivers receivers, JsonMapper json) {
		return new Changes(store, receivers, json, System::nanoTime);
	}

	@Bean
	static ChangePoll changePoll(Changes changes, ChangeStore store) {
		return new ChangePoll(changes, store);
	}

	@Bean
	@Primary
	static StoreClock storeClock(ChangeStore store) {
		return new StoreClock(store::now, System::nanoTime);
	}

	@Bean
	static Ticker clockTicker(StoreClock clock) {
		return new Ticker("clock", StoreClock.EVERY, clock::adjust, "The time of the database cannot be read");
	}

	@Bean
	static Ticker changeTicker(ChangePoll poll, Changes changes) {
		return new Ticker("changes", ChangePoll.EVERY, poll::poll, "The changes of other nodes cannot be applied")
			.outermost()
			.endingWith(changes::stop);
	}

	@Bean
	@Primary
	static GatedBacklog gatedBacklog(@Qualifier("messageBacklog") Backlog store, Changes changes) {
		return new GatedBacklog(store, changes);
	}

	@Bean
	@Primary
	static CutOffGuard cutOffGuard(@Qualifier("destinationGuard") Guard guard, Changes changes) {
		return new CutOffGuard(guard, changes::areStale);
	}

	@Bean
	static SharedGuestNames guestNames(JdbcTemplate jdbc, TransactionOperations transaction, Node node) {
		return new SharedGuestNames(new GuestNameStore(jdbc, transaction), node.id(), System::nanoTime);
	}

	@Bean
	static GuestClock guestClock(SharedGuestNames names, Guests guests, Clients clients) {
		return new GuestClock(names, guests, clients, System::nanoTime);
	}

	@Bean
	static Ticker guestTicker(GuestClock clock, SharedGuestNames names) {
		return new Ticker("guests", GuestClock.EVERY, clock::tick, "The names of guests cannot be renewed").outermost()
			.endingWith(names::leave);
	}

	/** On another thread, because a call to a database that is away takes long. */
	@Bean
	static Ticker guestWatch(GuestClock clock) {
		return new Ticker("guest-watch", GuestClock.WATCH, clock::watch, "The guests cannot be watched").outermost();
	}

	@Bean
	static LiveTopics liveTopics(Attendance attendance) {
		LiveTopics topics = new LiveTopics();
		attendance.listen(topics);
		return topics;
	}

	@Bean
	static Sequencer sequencer(Receivers receivers, LiveTopics live, Backlog store) {
		Sequencer sequencer = new Sequencer(new LocalOutlet(receivers), live::has, System::nanoTime);
		sequencer.begin(store.heads());
		return sequencer;
	}

	@Bean
	static ClusterDistribution clusterDistribution(NodeBus nodes, Sequencer sequencer, Changes changes) {
		return new ClusterDistribution(nodes, sequencer, changes);
	}

	@Bean
	static Repairs repairs(Sequencer sequencer, Backlog store, NodeBus nodes) {
		return new Repairs(sequencer, store, nodes);
	}

	@Bean
	static MeterBinder repairMetrics(Repairs repairs) {
		return (registry) -> FunctionCounter.builder("hubbub.repairs", repairs, Repairs::count).register(registry);
	}

	@Bean
	static HeadPoll headPoll(Sequencer sequencer, Backlog store, NodeBus nodes, LiveTopics live) {
		return new HeadPoll(sequencer, store, nodes, live);
	}

	@Bean
	static Ticker headTicker(HeadPoll poll) {
		return new Ticker("heads", HeadPoll.EVERY, poll::poll, "The heads of topics cannot be read from the store");
	}

}
