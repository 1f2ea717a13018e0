package chat.hubbub.account;

/**
 * A guest has left in a browser, or has an account there now.
 *
 * @param holder what that browser's session held its name by
 */
public record GuestLeft(String holder) {

}
