package chat.hubbub.cluster;

import java.util.UUID;

/**
 * A node of the cluster, from its start to its end.
 *
 * @param id a unique id; another one after a restart
 */
public record Node(String id) {

	static Node create() {
		return new Node(UUID.randomUUID().toString());
	}

}
