package chat.hubbub.picture;

/**
 * The facts in the file of a picture.
 *
 * @param width the width of the stored picture in pixels
 * @param height the height of the stored picture in pixels
 * @param orientation how it has to be turned, 1 to 8: see {@link Exif}
 * @param moving whether it has several frames
 */
public record Facts(int width, int height, int orientation, boolean moving) {

	/**
	 * Its width when it is upright.
	 * @return the width in pixels
	 */
	public int uprightWidth() {
		return Orientation.isOnItsSide(this.orientation) ? this.height : this.width;
	}

	/**
	 * Its height when it is upright.
	 * @return the height in pixels
	 */
	public int uprightHeight() {
		return Orientation.isOnItsSide(this.orientation) ? this.width : this.height;
	}

}
