package chat.hubbub.cluster;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Joins servers of one process to a cluster, over a bus in memory. */
public final class TestCluster {

	/** The settings of its nodes. */
	public static final String[] SETTINGS = { "--hubbub.cluster.enabled=true", "--hubbub.cluster.bus=none" };

	private final MemoryBus bus = new MemoryBus();

	/** Adds a node that has not started. */
	public void add(SpringApplication node) {
		NodeBus end = this.bus.join();
		node.addInitializers(
				(context) -> ((GenericApplicationContext) context).registerBean("memoryBus", NodeBus.class, () -> end));
	}

	/**
	 * Whether a node has applied all changes that are stored, and has given the names
	 * free of guests who have left.
	 */
	public static boolean isUpToDate(ApplicationContext node) {
		Changes changes = node.getBean(Changes.class);
		return changes.applied() >= changes.newest() && !node.getBean(SharedGuestNames.class).isReleasing();
	}

}
