package chat.hubbub.moderation;

/**
 * Somebody was muted or banned, on this node or another.
 *
 * @param sanction what was imposed
 */
record Imposed(Sanction sanction) {

}
