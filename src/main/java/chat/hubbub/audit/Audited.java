package chat.hubbub.audit;

/**
 * An event that tells of an act for the audit log. The feature publishes the act in the
 * transaction that stores it, and the event once it is done.
 */
public interface Audited {

	/**
	 * What the log shall say of it.
	 * @return what was done, without secrets and without what people said
	 */
	Act act();

}
