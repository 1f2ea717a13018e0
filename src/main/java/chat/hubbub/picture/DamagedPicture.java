package chat.hubbub.picture;

import java.io.IOException;

/** The parts of a picture's file cannot be told apart. */
@SuppressWarnings("serial")
public final class DamagedPicture extends IOException {

	DamagedPicture(String reason) {
		super(reason);
	}

}
