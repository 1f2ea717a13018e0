package chat.hubbub.dice;

import chat.hubbub.presence.Gathering;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DiceConfiguration {

	@Bean
	Gathering dice() {
		return new Gathering("dice");
	}

}
