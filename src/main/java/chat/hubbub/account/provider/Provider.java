package chat.hubbub.account.provider;

/**
 * An OpenID Connect provider with which people may sign in.
 *
 * @param id its name in the settings
 * @param name the name that people see
 */
public record Provider(String id, String name) {

}
