package chat.hubbub.cluster;

import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hubbub.cluster.*}.
 *
 * @param enabled whether this server is a node of a cluster; its store must be PostgreSQL
 * @param bus how the nodes reach each other
 * @param name keeps several clusters on one RabbitMQ apart: 1 to 32 letters, digits and
 * hyphens
 */
@ConfigurationProperties("hubbub.cluster")
public record ClusterProperties(@DefaultValue("false") boolean enabled, @DefaultValue("rabbit") BusKind bus,
		@DefaultValue("hubbub") String name) {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,32}");

	/** Checks the name. */
	public ClusterProperties {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("hubbub.cluster.name needs 1 to 32 letters, digits and hyphens");
		}
	}

	/** How the nodes reach each other. */
	public enum BusKind {

		/** Over RabbitMQ, at {@code spring.rabbitmq.*}. */
		RABBIT,

		/** Not at all: each node asks the database five times a second. */
		NONE

	}

}
