package chat.hubbub.bus;

/**
 * A fact about a change in the store that every node must learn of, also if the bus loses
 * it or its publisher ends. It is {@linkplain Bus#announce announced} in the transaction
 * of the change. Small, because it is stored as JSON under the name of its class.
 */
public interface StoredFact extends Fact {

}
