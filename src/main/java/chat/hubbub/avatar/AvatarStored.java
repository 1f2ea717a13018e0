package chat.hubbub.avatar;

import chat.hubbub.bus.Fact;

/**
 * The picture of an account was replaced or removed.
 *
 * @param account the number of the account
 * @param name its name, because the account may be deleted
 */
record AvatarStored(long account, String name) implements Fact {
}
