package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** Somebody whom a provider did not vouch for. */
@SuppressWarnings("serial")
public final class ProviderFailed extends Refusal {

	ProviderFailed() {
		super(Kind.UNAUTHENTICATED, "provider.failed", "The provider could not sign you in. Please try again.");
	}

}
