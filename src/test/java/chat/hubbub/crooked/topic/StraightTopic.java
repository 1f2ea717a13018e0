package chat.hubbub.crooked.topic;

import chat.hubbub.crooked.account.CuriousAccount;

/** A topic that uses accounts, as it may. */
public class StraightTopic {

	public CuriousAccount owner() {
		return new CuriousAccount();
	}

}
