package chat.hubbub.mention;

import java.util.Set;

import chat.hubbub.bus.Fact;

/**
 * There is a notice for people. It is not stored: a person who is offline learns of the
 * message from the counts.
 *
 * @param notice the notice
 * @param people the keys of the people
 */
record Noticed(Notice notice, Set<String> people) implements Fact {

}
