package chat.hubbub.outgoing;

import chat.hubbub.refusal.Refusal;

/**
 * The refusal of an address that the server does not send requests to. It does not say
 * why, so that it tells nothing about internal networks.
 */
@SuppressWarnings("serial")
public final class AddressForbidden extends Refusal {

	AddressForbidden() {
		super(Kind.INVALID, "address.forbidden");
	}

}
