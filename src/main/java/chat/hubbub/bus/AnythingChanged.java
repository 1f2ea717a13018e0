package chat.hubbub.bus;

/**
 * Anything in the store may have changed. Each receiver reads its in-memory state again.
 */
public record AnythingChanged() implements LocalFact {

}
