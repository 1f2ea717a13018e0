package chat.hubbub.bus;

/**
 * Something that has happened and is stored, if it is the kind that is stored. It names
 * its subject and carries no state that a receiver could read from the store. Immutable;
 * two facts that say the same are equal.
 */
public interface Fact {

}
