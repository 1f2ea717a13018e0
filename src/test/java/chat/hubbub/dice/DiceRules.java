package chat.hubbub.dice;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the dice over HTTP. */
@RestController
class DiceRules {

	@GetMapping("/api/dice")
	@Operation(summary = "The least and the greatest sum of some dice")
	Sum sum(@RequestParam(defaultValue = "1") int dice) {
		return new Sum(dice, 6 * dice);
	}

	record Sum(int least, int greatest) {
	}

}
