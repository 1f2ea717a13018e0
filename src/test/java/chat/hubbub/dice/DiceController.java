package chat.hubbub.dice;

import java.security.Principal;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.SendTo;
import org.springframework.stereotype.Controller;

/** A SEND to {@code /app/dice} rolls a die for all subscribers. */
@Controller
class DiceController {

	private final RandomGenerator die = new SecureRandom();

	@MessageMapping("/dice")
	@SendTo("/topic/dice")
	Roll roll(Principal player) {
		return new Roll(player.getName(), this.die.nextInt(1, 7));
	}

	record Roll(String player, int points) {
	}

}
