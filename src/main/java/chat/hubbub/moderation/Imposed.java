package chat.hubbub.moderation;

/**
 * A mute or a ban has begun, on this node or another.
 *
 * @param sanction the mute or ban
 */
record Imposed(Sanction sanction) {

}
