package chat.hubbub.crooked.account;

import chat.hubbub.crooked.broker.CrookedBroker;

/** An account that wrongly knows the broker, which closes a cycle. */
public class CuriousAccount {

	public CrookedBroker[] brokers() {
		return new CrookedBroker[0];
	}

}
