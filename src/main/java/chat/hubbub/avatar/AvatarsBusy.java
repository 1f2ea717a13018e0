package chat.hubbub.avatar;

import java.time.Duration;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a picture while enough others wait to be read. */
@SuppressWarnings("serial")
final class AvatarsBusy extends Refusal {

	AvatarsBusy() {
		super(Kind.UNAVAILABLE, "avatar.busy", Phrase.of("avatar.busy"), Duration.ofSeconds(2));
	}

}
