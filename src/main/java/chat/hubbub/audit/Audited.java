package chat.hubbub.audit;

/**
 * An event that has an act for the audit log. The feature publishes the act in the
 * transaction that stores its effect, and the event afterwards.
 */
public interface Audited {

	/**
	 * The act to record.
	 * @return the act, without secrets and texts of messages
	 */
	Act act();

}
