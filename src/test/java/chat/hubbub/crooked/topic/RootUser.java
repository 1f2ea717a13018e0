package chat.hubbub.crooked.topic;

import chat.hubbub.crooked.CuriousRoot;

/** A class that wrongly uses the root. */
public class RootUser {

	public CuriousRoot root() {
		return new CuriousRoot();
	}

}
