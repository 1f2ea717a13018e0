package chat.hubbub.cluster;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps Spring Boot from configuring RabbitMQ for a server that does not use it: it would
 * report the missing broker as a fault.
 */
class RabbitFilter implements AutoConfigurationImportFilter, EnvironmentAware {

	private static final String RABBIT = "org.springframework.boot.amqp.autoconfigure.";

	private boolean used;

	@Override
	public void setEnvironment(Environment environment) {
		boolean bus = environment.getProperty("hubbub.cluster.enabled", Boolean.class, false)
				&& !environment.getProperty("hubbub.cluster.bus", "rabbit").equalsIgnoreCase("none");
		this.used = bus || environment.getProperty("hubbub.relay.enabled", Boolean.class, false);
	}

	@Override
	public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
		boolean[] matches = new boolean[classes.length];
		for (int index = 0; index < classes.length; index++) {
			String name = classes[index];
			matches[index] = this.used || name == null || !name.startsWith(RABBIT);
		}
		return matches;
	}

}
