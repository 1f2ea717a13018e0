package chat.hubbub.moderation;

import java.util.LinkedHashSet;
import java.util.Set;

import org.springframework.stereotype.Component;

import chat.hubbub.account.User;
import chat.hubbub.broker.Clients;
import chat.hubbub.net.ClientAddress;

/** The addresses of connected guests. Thread-safe. */
@Component
class Whereabouts {

	private final Clients clients;

	Whereabouts(Clients clients) {
		this.clients = clients;
	}

	/** All addresses of a guest's connections; empty if the guest is offline. */
	Set<ClientAddress> of(Subject subject) {
		Set<ClientAddress> addresses = new LinkedHashSet<>();
		this.clients.of(subject.key()).each((principal) -> {
			if (principal instanceof User user && user.address() != null && subject.is(user)) {
				addresses.add(ClientAddress.of(user.address()));
			}
		});
		return addresses;
	}

}
