package chat.hubbub.signin;

import chat.hubbub.refusal.Refusal;

/** The refusal of a request that may come from a page of another site. */
@SuppressWarnings("serial")
final class ForgedRequest extends Refusal {

	ForgedRequest() {
		super(Kind.FORBIDDEN, "request.forged");
	}

}
