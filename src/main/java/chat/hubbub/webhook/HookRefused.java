package chat.hubbub.webhook;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a request to a webhook, or about one. */
@SuppressWarnings("serial")
public final class HookRefused extends Refusal {

	private HookRefused(Kind kind, String code, Phrase sentence) {
		super(kind, code, sentence);
	}

	/** There is no such webhook, or it was revoked. */
	public static HookRefused unknown() {
		return new HookRefused(Kind.NOT_FOUND, "hook.unknown", Phrase.of("hook.unknown"));
	}

	/**
	 * There are as many webhooks as there may be.
	 * @param topic the maximum number for a topic
	 * @param account the maximum number of an account
	 */
	public static HookRefused limit(int topic, int account) {
		return new HookRefused(Kind.CONFLICT, "hook.limit",
				Phrase.of("hook.limit").with("topic", topic).with("account", account));
	}

	/**
	 * There are as many outgoing webhooks as there may be.
	 * @param topic the maximum number for a topic
	 * @param account the maximum number for the mentions of an account
	 * @param server the maximum number of all
	 */
	public static HookRefused limit(int topic, int account, int server) {
		return new HookRefused(Kind.CONFLICT, "hook.limit",
				Phrase.of("hook.limit.outgoing").with("topic", topic).with("account", account).with("server", server));
	}

	/** The body of a message cannot be read. */
	public static HookRefused body() {
		return new HookRefused(Kind.INVALID, "body.malformed", Phrase.of("hook.body"));
	}

}
