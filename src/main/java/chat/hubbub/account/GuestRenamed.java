package chat.hubbub.account;

/**
 * A guest has taken another name in a browser.
 *
 * @param holder what that browser's session holds its name by
 */
public record GuestRenamed(String holder) {

}
