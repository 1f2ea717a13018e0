package chat.hubbub.outgoing;

import java.util.List;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The addresses that requests of the server may reach besides public ones.
 *
 * @param networks internal addresses or networks, such as {@code 10.1.0.0/16}, which are
 * reached on any port; copied
 * @param ports the ports of public addresses; copied
 */
@ConfigurationProperties("hubbub.outgoing")
record OutgoingProperties(List<String> networks, @DefaultValue("80,443") Set<Integer> ports) {

	OutgoingProperties {
		networks = (networks != null) ? List.copyOf(networks) : List.of();
		ports = Set.copyOf(ports);
	}

}
