package chat.hubbub.presence;

/** The state of a person in a place. */
enum State {

	ONLINE, AWAY, GONE

}
