package chat.hubbub.audit;

/**
 * An event that goes into the audit log. A feature's own event implements this and is
 * published as ever; that is all it takes.
 */
public interface Audited {

	/**
	 * What the log shall say of it.
	 * @return what was done, without secrets and without what people said
	 */
	Act act();

	/**
	 * Whether it may have been published before.
	 * @return {@code true} if the log shall look whether it has it already; no two acts
	 * of that kind are then alike
	 */
	default boolean isRepeated() {
		return false;
	}

}
