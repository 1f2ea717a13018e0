package chat.hubbub.cluster;

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
import chat.hubbub.bus.Receivers;

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
		return new Changes(store, receivers, json);
	}

	@Bean
	static ChangePoll changePoll(Changes changes, ChangeStore store) {
		return new ChangePoll(changes, store);
	}

	@Bean
	@Primary
	static GatedBacklog gatedBacklog(@Qualifier("messageBacklog") Backlog store, Changes changes) {
		return new GatedBacklog(store, changes);
	}

	@Bean
	static SharedGuestNames guestNames(JdbcTemplate jdbc, TransactionOperations transaction, Node node) {
		return new SharedGuestNames(new GuestNameStore(jdbc, transaction), node.id(), System::nanoTime);
	}

	@Bean
	static GuestClock guestClock(SharedGuestNames names, Guests guests, Clients clients) {
		return new GuestClock(names, guests, clients);
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
	static HeadPoll headPoll(Sequencer sequencer, Backlog store, NodeBus nodes, LiveTopics live) {
		return new HeadPoll(sequencer, store, nodes, live);
	}

}
