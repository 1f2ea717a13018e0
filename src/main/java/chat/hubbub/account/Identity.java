package chat.hubbub.account;

/**
 * Who somebody is at a provider. Names and addresses change hands there; this does not
 * (OpenID Connect Core 1.0, 5.7).
 *
 * @param issuer the provider, by its {@code iss}
 * @param subject the person, by their {@code sub}
 */
record Identity(String issuer, String subject) {

}
