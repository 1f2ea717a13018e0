package chat.hubbub.avatar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import chat.hubbub.picture.Darkroom;

/** The darkroom of avatars. Four files may wait in it. */
@Configuration(proxyBeanMethods = false)
class AvatarConfiguration {

	private static final int WAITING = 4;

	@Bean(destroyMethod = "close")
	Darkroom avatarDarkroom() {
		return new Darkroom("avatars", WAITING, AvatarsBusy::new);
	}

}
