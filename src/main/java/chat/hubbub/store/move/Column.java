package chat.hubbub.store.move;

/**
 * A column of a table.
 *
 * @param name its name
 * @param kind the kind of its values
 */
record Column(String name, Kind kind) {

}
