package chat.hubbub.message;

import java.util.Objects;
import java.util.concurrent.CompletionStage;

import org.springframework.messaging.Message;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.stereotype.Component;

import chat.hubbub.account.User;
import chat.hubbub.broker.Route;

/** The short way to the {@link ChatController}. */
@Component
class ChatRoute implements Route {

	private static final String LOBBY = "/chat";

	private static final String TOPIC = "/chat.";

	private final ChatController controller;

	private final DraftResolver drafts;

	ChatRoute(ChatController controller, DraftResolver drafts) {
		this.controller = controller;
		this.drafts = drafts;
	}

	@Override
	public Class<?> controller() {
		return ChatController.class;
	}

	@Override
	public boolean leadsTo(String path) {
		return path.startsWith(LOBBY) && (path.length() == LOBBY.length()
				|| (path.startsWith(TOPIC) && path.indexOf('/', TOPIC.length()) < 0));
	}

	/** To find the people whom a text mentions takes longer than all the rest. */
	@Override
	public boolean isShort(byte[] body) {
		for (byte each : body) {
			if (each == '@') {
				return false;
			}
		}
		return true;
	}

	@Override
	public CompletionStage<Posted> call(String path, Message<?> send) {
		User sender = (User) Objects.requireNonNull(SimpMessageHeaderAccessor.getUser(send.getHeaders()));
		Draft draft = this.drafts.draft(send);
		return path.equals(LOBBY) ? this.controller.postToLobby(sender, draft)
				: this.controller.post(path.substring(TOPIC.length()), sender, draft);
	}

}
