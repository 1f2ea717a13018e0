package chat.hubbub.message;

/** Whether this node alone numbers the events of the store. */
enum Ownership {

	/**
	 * Only this node numbers events, so the heads of topics are read once and kept in
	 * memory.
	 */
	SOLE,

	/**
	 * Other nodes number events too, so the heads are read in each transaction that
	 * writes.
	 */
	SHARED

}
