package chat.hubbub.account.provider;

/**
 * The identity of a person at a provider. Names and mail addresses may pass to other
 * people; an identity does not (OpenID Connect Core 1.0, 5.7).
 *
 * @param issuer the {@code iss} of the provider
 * @param subject the {@code sub} of the person
 */
record Identity(String issuer, String subject) {

}
