package chat.hubbub.crooked.account.token;

/** A token in a room that is closed to other features. */
public class HiddenToken {

}
