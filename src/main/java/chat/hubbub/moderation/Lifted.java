package chat.hubbub.moderation;

/**
 * A mute or a ban has ended, on this node or another.
 *
 * @param sanction the mute or ban
 */
record Lifted(Sanction sanction) {

}
