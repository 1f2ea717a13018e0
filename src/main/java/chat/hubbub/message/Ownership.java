package chat.hubbub.message;

/** Whether this node alone numbers the events of the store. */
enum Ownership {

	/** It does, so how far topics have come is read once and kept in memory. */
	SOLE,

	/** Other nodes do, too: it is read in each transaction that writes. */
	SHARED

}
