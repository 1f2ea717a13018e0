package chat.hubbub.avatar;

/**
 * A person's picture: a square of {@value #SIDE} pixels that the server has encoded.
 *
 * @param type its content type: {@code image/jpeg}, or {@code image/png} if parts of it
 * are transparent
 * @param image its bytes, never changed
 */
record Avatar(String type, byte[] image) {

	static final int SIDE = 256;

}
