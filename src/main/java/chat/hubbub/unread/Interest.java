package chat.hubbub.unread;

import java.util.Optional;

import org.springframework.stereotype.Component;

import chat.hubbub.topic.TopicName;

/**
 * Whether accounts want to be told of messages, as the store knows it, which is up to a
 * second behind. Thread-safe.
 */
@Component
public class Interest {

	private final MarkStore store;

	Interest(MarkStore store) {
		this.store = store;
	}

	/**
	 * Whether an account is to be told of a message for it: it has not muted the topic
	 * and has not read so far.
	 * @param account the number of the account
	 * @param topic the topic
	 * @param seq the number of the message, or of the edit that made it one for the
	 * account
	 * @return {@code true} if the account knows nothing of the topic yet
	 */
	public boolean isIn(long account, TopicName topic, long seq) {
		Optional<Mark> mark = this.store.mark(account, topic);
		return mark.isEmpty()
				|| (mark.get().level() != Level.MUTED && (mark.get().read() == null || mark.get().read() < seq));
	}

}
