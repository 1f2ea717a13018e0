package chat.hubbub.moderation;

/**
 * A mute or a ban has ended, on this node or another.
 *
 * @param sanction what has ended
 */
record Lifted(Sanction sanction) {

}
