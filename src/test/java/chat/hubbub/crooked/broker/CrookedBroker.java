package chat.hubbub.crooked.broker;

import chat.hubbub.crooked.account.CuriousAccount;

/** A broker that wrongly knows accounts. */
public class CrookedBroker {

	public String describe(CuriousAccount account) {
		return account.toString();
	}

}
