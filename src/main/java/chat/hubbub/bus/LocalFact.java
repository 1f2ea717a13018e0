package chat.hubbub.bus;

/** A fact that only concerns the node that publishes it. */
public interface LocalFact extends Fact {

}
