package chat.hubbub.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;

import chat.hubbub.fixture.Ledger;
import chat.hubbub.fixture.Poster;
import chat.hubbub.fixture.Witness;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two people who post to topics without end, one at each node, and a witness at each
 * node.
 */
final class Talk implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final ProcessCluster cluster;

	private final List<String> topics;

	private final Ledger ledger = new Ledger();

	private final List<String> names = new ArrayList<>();

	private final List<Poster> posters = new ArrayList<>();

	private final List<Witness> witnesses = new ArrayList<>();

	private volatile ClusterNode refuge;

	/** Begins to talk in topics. */
	Talk(ProcessCluster cluster, List<String> topics, List<List<String>> accounts) {
		this.cluster = cluster;
		this.topics = topics;
		cluster.nodes().forEach((node) -> topics.forEach(node::awaitTopic));
		for (int index = 0; index < accounts.size(); index++) {
			ClusterNode node = cluster.nodes().get(index % cluster.nodes().size());
			IntSupplier port = () -> ((this.refuge != null) ? this.refuge : node).stompPort();
			this.witnesses.add(new Witness(List.of("login:witness-" + (index + 1)), port, topics));
			this.names.add(accounts.get(index).get(0).substring("login:".length()));
			this.posters.add(new Poster(accounts.get(index), port, topics, this.ledger));
		}
	}

	/** Waits until each has posted so many more messages that the others have heard. */
	void goOn(int count) {
		List<Integer> receipts = this.posters.stream().map((poster) -> poster.receipts() + count).toList();
		Awaitility.await("Messages go on").atMost(PATIENCE).until(() -> {
			for (int index = 0; index < receipts.size(); index++) {
				int wanted = receipts.get(index);
				String name = this.names.get(index);
				if (this.posters.get(index).receipts() < wanted
						|| this.witnesses.stream().anyMatch((witness) -> witness.heard(name) < wanted)) {
					return false;
				}
			}
			return true;
		});
	}

	/** All go to this node when their connections end. */
	void flee(ClusterNode node) {
		this.refuge = node;
	}

	/** The codes of all refusals. */
	Set<String> codes() {
		Set<String> codes = new HashSet<>();
		this.posters.forEach((poster) -> codes.addAll(poster.codes()));
		this.witnesses.forEach((witness) -> codes.addAll(witness.codes()));
		return codes;
	}

	/** Whether each of them was refused once. */
	boolean areAllRefused() {
		return this.posters.stream().noneMatch((poster) -> poster.codes().isEmpty());
	}

	/** The delays of messages of the other node since the last call, as a sentence. */
	String delays() {
		List<Long> all = new ArrayList<>();
		for (int at = 0; at < this.witnesses.size(); at++) {
			for (int from = 0; from < this.names.size(); from++) {
				List<Long> delays = this.witnesses.get(at).takeDelays(this.names.get(from));
				all.addAll((at != from) ? delays : List.of());
			}
		}
		all.sort(null);
		return all.isEmpty() ? "none" : all.size() + " messages, ms p50 " + all.get(all.size() / 2) + ", p99 "
				+ all.get(all.size() * 99 / 100) + ", most " + all.get(all.size() - 1);
	}

	/**
	 * Ends it. All messages with a receipt are in the store once, and every witness has
	 * heard all messages in their order.
	 */
	void end() {
		this.posters.forEach(Poster::close);
		for (String topic : this.topics) {
			long head = this.cluster.database()
				.queryForObject("select head from topic where name = ?", Long.class, topic);
			Awaitility.await("All messages are heard")
				.atMost(PATIENCE)
				.until(() -> this.witnesses.stream().allMatch((witness) -> witness.last(topic) >= head));
		}
		this.witnesses.forEach(Witness::close);
		assertThat(this.witnesses).flatExtracting(Witness::faults).isEmpty();
		this.ledger.check(this.topics.stream().map(this.cluster.first().api()::history).toList());
	}

	/** Ends it without any check, unless it has ended. */
	@Override
	public void close() {
		this.posters.forEach(Poster::abandon);
		this.witnesses.forEach(Witness::abandon);
	}

}
