package chat.hubbub.bus;

/**
 * Something that has happened, and is already stored if it is stored at all. It names its
 * subject and contains no state that a receiver could read from the store. Immutable;
 * facts with the same content are equal.
 */
public interface Fact {

}
