package chat.hubbub.bus;

/**
 * Anything in the store may have changed. Each receiver reads all that it keeps in memory
 * anew.
 */
public record AnythingChanged() implements Fact {

}
