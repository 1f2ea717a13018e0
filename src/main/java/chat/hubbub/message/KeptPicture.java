package chat.hubbub.message;

/**
 * The picture of a preview, which is kept until a message has it.
 *
 * @param upload the id under which it is kept
 * @param extension the end of its name, such as {@code jpg}
 * @param width its width in pixels
 * @param height its height in pixels
 */
public record KeptPicture(String upload, String extension, int width, int height) {

	/**
	 * The picture in a preview. Each has an address of its own, so that a page that has
	 * shown another one does not show that again.
	 */
	Preview.Picture in(String topic, long message, long seq) {
		return new Preview.Picture("/files/" + topic + "/" + message + "/0/" + seq + "." + this.extension, this.width,
				this.height);
	}

}
