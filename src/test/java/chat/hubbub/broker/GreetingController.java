package chat.hubbub.broker;

import org.springframework.context.annotation.Profile;
import org.springframework.messaging.simp.annotation.SubscribeMapping;
import org.springframework.stereotype.Controller;

/** Answers a subscription; only in servers with the profile for it. */
@Controller
@Profile("developer")
class GreetingController {

	@SubscribeMapping("/greeting")
	String greet() {
		return "Welcome";
	}

}
