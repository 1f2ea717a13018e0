package chat.hubbub.message;

import java.util.List;

/**
 * What became of entries.
 *
 * @param stored those that are in the log, in the order of their numbers
 * @param refused those whose id stands for another text, and all that was to be stored
 * together with them
 */
record Appended(List<Stored> stored, List<Entry> refused) {

}
