package chat.hubbub.crooked.topic;

import chat.hubbub.crooked.account.token.HiddenToken;

/** A topic that wrongly uses a room of accounts. */
public class NosyTopic {

	public HiddenToken token() {
		return new HiddenToken();
	}

}
