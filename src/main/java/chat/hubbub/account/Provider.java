package chat.hubbub.account;

/**
 * An OpenID Connect provider, at which people may sign in.
 *
 * @param id what its settings are called by
 * @param name what people know it by
 */
public record Provider(String id, String name) {

}
