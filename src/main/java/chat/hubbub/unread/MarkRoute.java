package chat.hubbub.unread;

import java.util.concurrent.CompletionStage;

import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.Route;

/**
 * The short way to the {@link MarkController} for marks, which each reader sends every
 * second.
 */
@Component
class MarkRoute implements Route {

	private static final String LOBBY = "/read";

	private static final String TOPIC = "/read.";

	private final MarkController controller;

	MarkRoute(MarkController controller) {
		this.controller = controller;
	}

	@Override
	public Class<?> controller() {
		return MarkController.class;
	}

	@Override
	public boolean leadsTo(String path) {
		return path.startsWith(LOBBY) && (path.length() == LOBBY.length()
				|| (path.startsWith(TOPIC) && path.indexOf('/', TOPIC.length()) < 0));
	}

	@Override
	public CompletionStage<?> call(String path, Message<?> send) {
		return path.equals(LOBBY) ? this.controller.readLobby(send)
				: this.controller.read(path.substring(TOPIC.length()), send);
	}

}
