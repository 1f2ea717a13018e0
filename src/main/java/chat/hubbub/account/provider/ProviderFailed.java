package chat.hubbub.account.provider;

import chat.hubbub.refusal.Refusal;

/** The refusal of a failed sign-in with a provider. */
@SuppressWarnings("serial")
public final class ProviderFailed extends Refusal {

	/** The refusal, code {@code provider.failed}. */
	public ProviderFailed() {
		super(Kind.UNAUTHENTICATED, "provider.failed");
	}

}
