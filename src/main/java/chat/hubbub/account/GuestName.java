package chat.hubbub.account;

/**
 * The name of a guest.
 *
 * @param name the name as it is shown
 * @param holder the guest's browser or connection, which has the name
 */
public record GuestName(String name, String holder) {

}
