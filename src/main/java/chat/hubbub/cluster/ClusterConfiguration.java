package chat.hubbub.cluster;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import chat.hubbub.broker.Attendance;
import chat.hubbub.broker.Backlog;
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
	static NodeBus noBus() {
		return new NoBus();
	}

	@Bean
	static ClusterBus clusterBus(Receivers receivers, NodeBus nodes, JsonMapper json) {
		return new ClusterBus(receivers, nodes, json);
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
	static ClusterDistribution clusterDistribution(NodeBus nodes, Sequencer sequencer) {
		return new ClusterDistribution(nodes, sequencer);
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
